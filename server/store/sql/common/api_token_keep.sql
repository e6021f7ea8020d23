INSERT INTO api_tokens (token, name, hash, created_by, created_ms, expires_ms) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
