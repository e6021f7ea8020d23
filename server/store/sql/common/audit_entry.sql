SELECT kind, subject, detail FROM audit WHERE entry = ?
