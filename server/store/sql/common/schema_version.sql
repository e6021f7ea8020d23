SELECT MAX(version) FROM schema_versions
