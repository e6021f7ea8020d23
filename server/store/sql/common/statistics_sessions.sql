SELECT COUNT(*),
    AVG(COALESCE(ended_ms, ?) - started_ms),
    MAX(COALESCE(ended_ms, ?) - started_ms),
    AVG(most_participants),
    MAX(most_participants)
FROM sessions WHERE started_ms >= ?
