INSERT INTO totals (boot, name, value)
SELECT 'before', name, SUM(value) FROM totals
WHERE boot NOT IN ('before', 'file', ?)
GROUP BY name
ON CONFLICT (boot, name) DO UPDATE SET value = totals.value + excluded.value
