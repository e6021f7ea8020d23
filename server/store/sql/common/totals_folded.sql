DELETE FROM totals WHERE boot NOT IN ('before', 'file', ?)
