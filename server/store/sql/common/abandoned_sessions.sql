SELECT session FROM sessions WHERE ended_ms IS NULL
