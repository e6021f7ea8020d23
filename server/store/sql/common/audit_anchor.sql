SELECT first_entry, last_entry, hash, purged, purged_ms, recorded_by FROM audit_anchor
