-- What is asked for most and what rises is summed claim by claim: read in that order, nothing has to be sorted.
CREATE INDEX claim_tally_by_claim ON claim_tally (grain, claim_id, start_at, lookups);

-- The log of one claim or asker is read in the order of its pages. Without the id PostgreSQL sorts all of it each time.
DROP INDEX lookup_by_claim;
CREATE INDEX lookup_by_claim ON lookup (claim_id, at, id) WHERE claim_id IS NOT NULL;
DROP INDEX lookup_by_asker;
CREATE INDEX lookup_by_asker ON lookup (asker, at, id);
