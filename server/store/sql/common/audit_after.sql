SELECT boot, sequence, at_ms, kind, actor, address, subject, detail, hash, entry
FROM audit WHERE entry > ? ORDER BY entry LIMIT ?
