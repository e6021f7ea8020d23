ALTER TABLE usage_samples ADD COLUMN seats_used INTEGER;

ALTER TABLE usage_samples ADD COLUMN seats_limit INTEGER;
