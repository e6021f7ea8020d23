SELECT MAX(at_ms) FROM usage_samples
