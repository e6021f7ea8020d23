SELECT session, host_user, host_provider, started_ms, ended_ms, most_participants, end_reason
FROM sessions ORDER BY started_ms
