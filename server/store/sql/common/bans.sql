SELECT ban, kept_out_by, kept_out, who, created_by, created_ms, until_ms FROM bans WHERE until_ms > ? ORDER BY created_ms
