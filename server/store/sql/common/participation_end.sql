UPDATE participations SET left_ms = ?, leave_reason = ?
WHERE session = ? AND participant = ? AND left_ms IS NULL
