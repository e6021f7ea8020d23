CREATE TABLE bans (
    ban TEXT PRIMARY KEY,
    kept_out_by TEXT NOT NULL,
    kept_out TEXT NOT NULL,
    who TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL
);
