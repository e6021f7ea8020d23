UPDATE participations SET left_ms = ?, leave_reason = ? WHERE left_ms IS NULL
