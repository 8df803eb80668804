-- The words of messages people asked about, sealed, kept for a while: to send one for checking, to see what drew a complaint.
CREATE TABLE question (
    message_key TEXT NOT NULL PRIMARY KEY,
    channel     TEXT NOT NULL,
    chat        TEXT NOT NULL,
    asker       TEXT NOT NULL,
    language    TEXT NOT NULL,
    forwarding  TEXT NOT NULL,
    text        ${blob} NOT NULL,
    at          ${long} NOT NULL
) ${strict};
CREATE INDEX question_by_asker ON question (asker);
CREATE INDEX question_by_age ON question (at);

ALTER TABLE feedback ADD COLUMN message_key TEXT;
CREATE INDEX feedback_by_asker ON feedback (asker);

-- Messages that say the same, sent for checking by whoever got them, under one roof.
CREATE TABLE tip_case (
    id            ${identity},
    state         TEXT NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'DISMISSED', 'MERGED')),
    language      TEXT NOT NULL,
    claim_id      ${long},                  -- the claim that answers it, or will once it is published
    owes          ${long} NOT NULL CHECK (owes IN (0, 1)),  -- whether that claim has yet to be told to somebody
    merged_into   ${long},
    reason        TEXT,
    assignee      TEXT,
    askers        ${long} NOT NULL,
    messages      ${long} NOT NULL,
    forwarded     ${long} NOT NULL,
    often         ${long} NOT NULL,
    first_at      ${long} NOT NULL,
    last_at       ${long} NOT NULL,
    closed_at     ${long},
    CHECK (state <> 'ANSWERED' OR claim_id IS NOT NULL),
    CHECK ((state = 'MERGED') = (merged_into IS NOT NULL))
) ${strict};
CREATE INDEX tip_case_by_demand ON tip_case (state, askers, last_at);
CREATE INDEX tip_case_by_time ON tip_case (state, last_at);
CREATE INDEX tip_case_by_claim ON tip_case (claim_id);
CREATE INDEX tip_case_owing ON tip_case (id) WHERE owes = 1;
CREATE INDEX tip_case_closed ON tip_case (closed_at) WHERE closed_at IS NOT NULL;

-- The wordings of a case, each once.
CREATE TABLE case_variant (
    id            ${identity},
    case_id       ${long} NOT NULL,
    text          TEXT NOT NULL,
    text_key      TEXT NOT NULL,
    language      TEXT NOT NULL,
    messages      ${long} NOT NULL,
    first_at      ${long} NOT NULL,
    last_at       ${long} NOT NULL,
    learned_by    ${long},                  -- the claim that took it in as a phrasing
    came_from     ${long},                  -- the case it belonged to before a merge
    UNIQUE (case_id, text_key)
) ${strict};
CREATE INDEX case_variant_by_text ON case_variant (text_key);

-- Which wordings hold a word (its hash), and how many do: where look-alikes are searched.
CREATE TABLE case_word (
    word       ${long} NOT NULL,
    variant_id ${long} NOT NULL,
    PRIMARY KEY (word, variant_id)
) ${strict};
CREATE INDEX case_word_by_variant ON case_word (variant_id);

CREATE TABLE case_word_count (
    word     ${long} NOT NULL PRIMARY KEY,
    variants ${long} NOT NULL
) ${strict};

-- One row, locked by whoever changes which message belongs to which case.
CREATE TABLE gathering (
    variants ${long} NOT NULL
) ${strict};
INSERT INTO gathering (variants) VALUES (0);

-- Who sent what for checking, and whether they have been told.
CREATE TABLE submission (
    message_key TEXT NOT NULL PRIMARY KEY,
    case_id     ${long} NOT NULL,
    variant_id  ${long} NOT NULL,
    channel     TEXT NOT NULL,
    chat        TEXT NOT NULL,
    asker       TEXT NOT NULL,
    language    TEXT NOT NULL,
    forwarding  TEXT NOT NULL,
    at          ${long} NOT NULL,
    told_at     ${long}
) ${strict};
CREATE INDEX submission_of_case ON submission (case_id, at);
CREATE INDEX submission_of_case_by_asker ON submission (case_id, asker);
CREATE INDEX submission_by_variant ON submission (variant_id, asker);
CREATE INDEX submission_by_asker ON submission (asker);
CREATE INDEX submission_waiting ON submission (chat, case_id) WHERE told_at IS NULL;
CREATE INDEX submission_untold ON submission (case_id) WHERE told_at IS NULL;

CREATE TABLE case_note (
    id      ${identity},
    case_id ${long} NOT NULL,
    author  TEXT NOT NULL,
    text    TEXT NOT NULL,
    at      ${long} NOT NULL
) ${strict};
CREATE INDEX case_note_of_case ON case_note (case_id, id);
