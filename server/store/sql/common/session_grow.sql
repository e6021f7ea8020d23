UPDATE sessions
SET most_participants =
    (SELECT COUNT(*) FROM participations p WHERE p.session = sessions.session AND p.left_ms IS NULL)
WHERE session = ?
  AND most_participants <
    (SELECT COUNT(*) FROM participations p WHERE p.session = sessions.session AND p.left_ms IS NULL)
