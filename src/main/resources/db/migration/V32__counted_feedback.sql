-- Whether what a person said has been counted for the charts: so it is however late it is written.
ALTER TABLE feedback ADD COLUMN counted ${long} NOT NULL DEFAULT 1 CHECK (counted IN (0, 1));
UPDATE feedback SET counted = 0
    WHERE at >= coalesce((SELECT counted_until FROM tally_mark WHERE name = 'lookups'), 0);
CREATE INDEX feedback_uncounted ON feedback (at) WHERE counted = 0;
