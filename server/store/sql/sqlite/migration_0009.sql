CREATE TABLE audit_anchor (
    slot INTEGER PRIMARY KEY CHECK (slot = 1),
    first_entry BIGINT NOT NULL,
    last_entry BIGINT NOT NULL,
    hash TEXT NOT NULL,
    purged BIGINT NOT NULL,
    purged_ms BIGINT NOT NULL,
    recorded_by BIGINT NOT NULL
);

INSERT INTO audit_anchor VALUES (1, 0, 0, '', 0, 0, 0);

CREATE TRIGGER audit_anchor_is_one BEFORE INSERT ON audit_anchor
BEGIN
    SELECT RAISE(ABORT, 'the audit has one beginning');
END;

CREATE TRIGGER audit_anchor_stays BEFORE DELETE ON audit_anchor
BEGIN
    SELECT RAISE(ABORT, 'the audit has one beginning');
END;

CREATE TRIGGER audit_anchor_moves_on BEFORE UPDATE ON audit_anchor
WHEN NEW.last_entry <= OLD.last_entry
    OR NEW.recorded_by <= NEW.last_entry
    OR NOT EXISTS (SELECT 1 FROM audit WHERE entry = NEW.last_entry AND hash = NEW.hash)
    OR NOT EXISTS (
        SELECT 1 FROM audit WHERE entry = NEW.recorded_by AND kind = 'audit.purged'
            AND subject = NEW.first_entry || '-' || NEW.last_entry)
BEGIN
    SELECT RAISE(ABORT, 'the audit begins where a purge that it tells of has left it');
END;

DROP TRIGGER audit_rows_stay;

CREATE TRIGGER audit_rows_stay BEFORE DELETE ON audit
WHEN OLD.entry > COALESCE((SELECT last_entry FROM audit_anchor), 0)
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never deleted but by a purge that the audit tells of');
END;
