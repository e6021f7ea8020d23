CREATE TABLE audit_deliveries (
    receiver TEXT PRIMARY KEY,
    entry BIGINT NOT NULL,
    changed_ms BIGINT NOT NULL
);
