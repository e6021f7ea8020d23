INSERT INTO metrics_integration (slot, prometheus, statsd, statsd_host, statsd_port, statsd_protocol, statsd_prefix, token_hash)
VALUES (1, ?, ?, ?, ?, ?, ?, ?)
