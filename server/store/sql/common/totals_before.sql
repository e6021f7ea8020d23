SELECT name, SUM(value) FROM totals WHERE boot <> ? GROUP BY name
