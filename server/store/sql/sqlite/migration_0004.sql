CREATE TABLE metrics_integration (
    slot INTEGER PRIMARY KEY CHECK (slot = 1),
    prometheus INTEGER NOT NULL,
    statsd INTEGER NOT NULL,
    statsd_host TEXT NOT NULL,
    statsd_port INTEGER NOT NULL,
    statsd_protocol TEXT NOT NULL,
    statsd_prefix TEXT NOT NULL,
    token_hash TEXT NOT NULL
);
