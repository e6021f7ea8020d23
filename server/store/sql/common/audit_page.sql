SELECT entry, at_ms, kind, actor, address, subject, detail FROM audit
WHERE entry < ? AND entry > ? AND at_ms >= ? AND at_ms < ?
    AND substr(kind, 1, length(?)) = ?
    AND (? = '' OR actor = ?)
    AND (? = '' OR subject = ?)
ORDER BY entry DESC LIMIT ?
