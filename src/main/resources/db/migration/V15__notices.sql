-- Where to write back to, sealed, for as long as something may have to be said; and whether the person wants to be told.
CREATE TABLE contact (
    chat     TEXT NOT NULL PRIMARY KEY,
    channel  TEXT NOT NULL,
    asker    TEXT,                          -- null of a group, which is nobody's
    language TEXT NOT NULL,
    address  ${blob},
    notices  ${long} NOT NULL CHECK (notices IN (0, 1)),
    heard_at ${long} NOT NULL
) ${strict};
CREATE INDEX contact_by_age ON contact (heard_at);
CREATE INDEX contact_by_asker ON contact (asker);

-- Which verdict on a claim a chat was shown last. No verdict: that the claim was withdrawn.
CREATE TABLE telling (
    claim_id ${long} NOT NULL,
    chat     TEXT NOT NULL,
    version  ${long} NOT NULL,
    verdict  TEXT,
    language TEXT NOT NULL,
    at       ${long} NOT NULL,
    PRIMARY KEY (claim_id, chat)
) ${strict};
CREATE INDEX telling_by_chat ON telling (chat);
CREATE INDEX telling_by_age ON telling (at);

-- What was sent of our own accord: nobody is told of one version of a claim twice.
CREATE TABLE notice (
    claim_id ${long} NOT NULL,
    version  ${long} NOT NULL,
    chat     TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('ANSWER', 'VERDICT', 'WORDING', 'WITHDRAWAL')),
    at       ${long} NOT NULL,
    PRIMARY KEY (claim_id, version, chat)
) ${strict};
CREATE INDEX notice_by_chat ON notice (chat);
CREATE INDEX notice_by_age ON notice (at);

-- Versions of which people are to be told although the verdict is the same.
CREATE TABLE notice_order (
    claim_id ${long} NOT NULL PRIMARY KEY,
    version  ${long} NOT NULL,
    at       ${long} NOT NULL
) ${strict};

-- Up to which change of the claims everyone has been told.
CREATE TABLE notice_mark (
    change_seq ${long} NOT NULL
) ${strict};
INSERT INTO notice_mark (change_seq) VALUES (0);

-- People who had themselves erased, until the last trace of it is gone too.
CREATE TABLE erasure (
    chat    TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    at      ${long} NOT NULL,
    emptied ${long} NOT NULL CHECK (emptied IN (0, 1))
) ${strict};
