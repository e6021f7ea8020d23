INSERT INTO bans (ban, kept_out_by, kept_out, who, created_by, created_ms, until_ms) VALUES (?, ?, ?, ?, ?, ?, ?)
