SELECT at_ms / 900000 AS quarter, ide, COUNT(*)
FROM downloads GROUP BY at_ms / 900000, ide ORDER BY quarter, ide
