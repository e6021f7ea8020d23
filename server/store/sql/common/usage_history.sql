SELECT at_ms - at_ms % ?,
    MAX(users_online),
    MAX(users_in_sessions),
    MAX(sessions),
    COUNT(*),
    SUM(was_running)
FROM usage_samples WHERE at_ms >= ?
GROUP BY 1
ORDER BY 1
