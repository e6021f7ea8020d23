SELECT at_ms / 86400000 AS day, ide, COUNT(*)
FROM downloads GROUP BY at_ms / 86400000, ide ORDER BY day, ide
