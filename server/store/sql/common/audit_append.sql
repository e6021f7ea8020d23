INSERT INTO audit (boot, sequence, at_ms, kind, actor, address, subject, detail, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
