-- What became public of the claims, in order, and up to which change of which claim it has been recorded.
CREATE TABLE bulletin (
    id             ${identity},
    claim_id       ${long} NOT NULL,
    claim_version  ${long} NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('PUBLISHED', 'CORRECTED', 'AMENDED', 'WITHDRAWN', 'RESTORED')),
    verdict        TEXT NOT NULL,
    former_verdict TEXT,
    at             ${long} NOT NULL,
    UNIQUE (claim_id, claim_version)
) ${strict};
CREATE INDEX bulletin_of_claim ON bulletin (claim_id, id);
CREATE INDEX bulletin_by_kind ON bulletin (kind, id);

CREATE TABLE bulletin_mark (
    name       TEXT NOT NULL PRIMARY KEY,
    change_seq ${long} NOT NULL,
    claim_id   ${long} NOT NULL
) ${strict};
