UPDATE participations SET left_ms = ?, leave_reason = ?
WHERE session = ? AND left_ms IS NULL
