SELECT boot, sequence, at_ms, kind, actor, address, subject, detail, hash
FROM audit ORDER BY entry DESC LIMIT ?
