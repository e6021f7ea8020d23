INSERT INTO totals (boot, name, value) VALUES (?, ?, ?)
ON CONFLICT (boot, name) DO UPDATE SET value = excluded.value
WHERE totals.value < excluded.value
