UPDATE sessions SET ended_ms = ?, end_reason = ?
WHERE session = ? AND ended_ms IS NULL
