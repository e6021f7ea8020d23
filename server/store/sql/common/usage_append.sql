INSERT INTO usage_samples (at_ms, users_online, users_in_sessions, sessions, was_running, seats_used, seats_limit)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
