-- How far the changes of the claims have been gone through for open cases they answer: once at once, and once more when
-- no message that missed the change can be on its way any longer.
CREATE TABLE case_round (
    round      ${long} NOT NULL PRIMARY KEY,
    change_seq ${long} NOT NULL,
    claim_id   ${long} NOT NULL
) ${strict};
INSERT INTO case_round (round, change_seq, claim_id)
    SELECT 1, coalesce(max(change_seq), 0), coalesce(max(id), 0) FROM claim
    UNION ALL SELECT 2, coalesce(max(change_seq), 0), coalesce(max(id), 0) FROM claim;

-- Claims of which a moderator said that they do not answer the case.
CREATE TABLE case_refusal (
    case_id  ${long} NOT NULL,
    claim_id ${long} NOT NULL,
    PRIMARY KEY (case_id, claim_id)
) ${strict};
