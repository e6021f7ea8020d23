INSERT INTO schema_versions (version, applied_ms) VALUES (?, ?)
