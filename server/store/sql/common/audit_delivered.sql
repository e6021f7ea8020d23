INSERT INTO audit_deliveries (receiver, entry, changed_ms) VALUES (?, ?, ?)
ON CONFLICT (receiver) DO UPDATE SET entry = excluded.entry, changed_ms = excluded.changed_ms
WHERE excluded.entry > audit_deliveries.entry
