-- The log of lookups: the trace a message left (none before this), and the ways along which the log is searched, newest
-- first. The index by time holds what is mostly asked for, so that all of it can be read through without the rows.
ALTER TABLE lookup ADD COLUMN trace_id TEXT;
CREATE INDEX lookup_by_trace ON lookup (trace_id) WHERE trace_id IS NOT NULL;
DROP INDEX lookup_by_time;
CREATE INDEX lookup_by_time ON lookup
    (at, id, channel, language, outcome, forwarding, cache_hit, confidence, latency_micros);
DROP INDEX lookup_by_claim;
CREATE INDEX lookup_by_claim ON lookup (claim_id, at) WHERE claim_id IS NOT NULL;

CREATE INDEX act_by_kind ON act (what, id);
