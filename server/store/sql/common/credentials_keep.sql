INSERT INTO credentials (account, hash, changed_ms) VALUES (?, ?, ?)
