-- What is asked for most and what rises is summed claim by claim: read in that order, nothing has to be sorted.
CREATE INDEX claim_tally_by_claim ON claim_tally (grain, claim_id, start_at, lookups);
