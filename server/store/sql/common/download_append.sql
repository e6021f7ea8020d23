INSERT INTO downloads (boot, sequence, at_ms, ide, file, address)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
