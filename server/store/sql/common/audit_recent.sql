SELECT at_ms, kind, actor, subject, detail FROM audit ORDER BY entry DESC LIMIT ?
