SELECT MAX(at_ms) FROM (
    SELECT MAX(at_ms) AS at_ms FROM audit
    UNION ALL SELECT MAX(at_ms) FROM usage_samples
    UNION ALL SELECT MAX(joined_ms) FROM participations
) AS signs
