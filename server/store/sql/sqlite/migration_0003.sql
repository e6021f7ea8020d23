CREATE TABLE totals (
    boot TEXT NOT NULL,
    name TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (boot, name)
);
