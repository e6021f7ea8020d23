SELECT MAX(entry) FROM audit
