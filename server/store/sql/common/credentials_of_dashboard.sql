SELECT account, hash FROM credentials ORDER BY changed_ms DESC LIMIT 1
