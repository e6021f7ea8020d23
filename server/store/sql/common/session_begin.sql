INSERT INTO sessions (session, host_user, host_email, host_provider, started_ms)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
