SELECT at_ms - at_ms % ?,
    MAX(seats_used),
    MAX(seats_limit)
FROM usage_samples WHERE at_ms >= ? AND seats_used IS NOT NULL
GROUP BY 1
ORDER BY 1
