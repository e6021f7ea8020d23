SELECT COUNT(*) FROM (
    SELECT DISTINCT provider, email, CASE WHEN email = '' THEN user_name ELSE '' END
    FROM participations WHERE joined_ms >= ?
) AS people
