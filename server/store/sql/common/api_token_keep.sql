INSERT INTO api_tokens (token, name, hash, created_by, created_ms, expires_ms, read_only) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
