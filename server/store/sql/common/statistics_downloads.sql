SELECT COUNT(*) FROM downloads WHERE at_ms >= ?
