UPDATE sessions SET ended_ms = ?, end_reason = ? WHERE ended_ms IS NULL
