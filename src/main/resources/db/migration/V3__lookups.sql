-- Every message looked up and what was answered. Who asked is a pseudonym; the message itself is not kept.
CREATE TABLE lookup (
    id             ${identity},
    at             ${long} NOT NULL,
    channel        TEXT NOT NULL,
    asker          TEXT NOT NULL,
    language       TEXT NOT NULL,
    outcome        TEXT NOT NULL,
    claim_id       ${long},
    claim_version  ${long},
    confidence     ${double},
    candidates     TEXT NOT NULL,
    latency_micros ${long} NOT NULL,
    cache_hit      ${long} NOT NULL CHECK (cache_hit IN (0, 1)),
    forwarding     TEXT NOT NULL,
    message_key    TEXT NOT NULL,
    CHECK ((claim_id IS NULL) = (claim_version IS NULL))
) ${strict};
CREATE INDEX lookup_by_time ON lookup (at);
CREATE INDEX lookup_by_asker ON lookup (asker, at);
CREATE INDEX lookup_by_claim ON lookup (claim_id, claim_version) WHERE claim_id IS NOT NULL;

-- Whether an answer helped; one opinion for each person and version of a claim, the last one counts.
CREATE TABLE feedback (
    claim_id      ${long} NOT NULL,
    claim_version ${long} NOT NULL,
    asker         TEXT NOT NULL,
    helpful       ${long} NOT NULL CHECK (helpful IN (0, 1)),
    at            ${long} NOT NULL,
    PRIMARY KEY (claim_id, claim_version, asker)
) ${strict};
