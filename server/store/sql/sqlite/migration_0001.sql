CREATE TABLE schema_versions (
    version INTEGER PRIMARY KEY,
    applied_ms BIGINT NOT NULL
);

CREATE TABLE sessions (
    session TEXT PRIMARY KEY,
    host_user TEXT NOT NULL,
    host_email TEXT NOT NULL,
    host_provider TEXT NOT NULL,
    started_ms BIGINT NOT NULL,
    ended_ms BIGINT,
    end_reason TEXT NOT NULL DEFAULT '',
    most_participants INTEGER NOT NULL DEFAULT 1
);

CREATE INDEX sessions_started ON sessions (started_ms);

CREATE INDEX sessions_open ON sessions (session) WHERE ended_ms IS NULL;

CREATE TABLE participations (
    session TEXT NOT NULL,
    participant TEXT NOT NULL,
    is_host INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    email TEXT NOT NULL,
    provider TEXT NOT NULL,
    address TEXT NOT NULL,
    client TEXT NOT NULL,
    joined_ms BIGINT NOT NULL,
    left_ms BIGINT,
    leave_reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (session, participant)
);

CREATE INDEX participations_joined ON participations (joined_ms);

CREATE INDEX participations_open ON participations (session) WHERE left_ms IS NULL;

CREATE TABLE audit (
    entry INTEGER PRIMARY KEY AUTOINCREMENT,
    boot TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (boot, sequence)
);

CREATE INDEX audit_at ON audit (at_ms);

CREATE TRIGGER audit_rows_stay BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never deleted');
END;

CREATE TRIGGER audit_rows_are_final BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never changed');
END;

CREATE TABLE downloads (
    download INTEGER PRIMARY KEY AUTOINCREMENT,
    boot TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    ide TEXT NOT NULL,
    file TEXT NOT NULL,
    address TEXT NOT NULL,
    UNIQUE (boot, sequence)
);

CREATE INDEX downloads_at ON downloads (at_ms);

CREATE TABLE usage_samples (
    at_ms BIGINT PRIMARY KEY,
    users_online INTEGER NOT NULL,
    users_in_sessions INTEGER NOT NULL,
    sessions INTEGER NOT NULL,
    was_running INTEGER NOT NULL
);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed_ms BIGINT NOT NULL
);

CREATE TABLE credentials (
    account TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    changed_ms BIGINT NOT NULL
);
