SELECT token, name, hash, created_by, created_ms, expires_ms, read_only, used_ms FROM api_tokens ORDER BY created_ms
