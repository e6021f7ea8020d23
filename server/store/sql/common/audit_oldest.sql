SELECT entry, at_ms, kind, hash FROM audit ORDER BY entry LIMIT ?
