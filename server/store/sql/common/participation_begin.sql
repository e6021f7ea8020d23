INSERT INTO participations
    (session, participant, is_host, user_name, email, provider, address, client, joined_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING
