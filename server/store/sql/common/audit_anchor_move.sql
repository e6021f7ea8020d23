UPDATE audit_anchor SET first_entry = ?, last_entry = ?, hash = ?, purged = purged + ?, purged_ms = ?,
    recorded_by = (SELECT MAX(entry) FROM audit)
WHERE last_entry < ?
