-- What the charts are drawn from: how much there was of everything, by hour and by day of the installation's time zone.
-- No personal data, and so it outlives what it was counted from.
CREATE TABLE lookup_tally (
    grain    TEXT NOT NULL CHECK (grain IN ('HOUR', 'DAY')),
    start_at ${long} NOT NULL,
    channel  TEXT NOT NULL,
    language TEXT NOT NULL,
    outcome  TEXT NOT NULL,
    lookups  ${long} NOT NULL,
    PRIMARY KEY (grain, start_at, channel, language, outcome)
) ${strict};

-- Answers that took less than so long, and not less than the bound before.
CREATE TABLE latency_tally (
    grain        TEXT NOT NULL CHECK (grain IN ('HOUR', 'DAY')),
    start_at     ${long} NOT NULL,
    below_micros ${long} NOT NULL,
    lookups      ${long} NOT NULL,
    PRIMARY KEY (grain, start_at, below_micros)
) ${strict};

-- Answers with a claim.
CREATE TABLE claim_tally (
    grain    TEXT NOT NULL CHECK (grain IN ('HOUR', 'DAY')),
    start_at ${long} NOT NULL,
    claim_id ${long} NOT NULL,
    lookups  ${long} NOT NULL,
    PRIMARY KEY (grain, start_at, claim_id)
) ${strict};

CREATE TABLE feedback_tally (
    grain    TEXT NOT NULL CHECK (grain IN ('HOUR', 'DAY')),
    start_at ${long} NOT NULL,
    helpful  ${long} NOT NULL CHECK (helpful IN (0, 1)),
    answers  ${long} NOT NULL,
    PRIMARY KEY (grain, start_at, helpful)
) ${strict};

-- Up to when all has been counted.
CREATE TABLE tally_mark (
    name          TEXT NOT NULL PRIMARY KEY,
    counted_until ${long} NOT NULL
) ${strict};

CREATE INDEX feedback_by_time ON feedback (at);

-- Written to and read by the health check, to see that both work.
CREATE TABLE store_probe (
    name TEXT NOT NULL PRIMARY KEY,
    at   ${long} NOT NULL
) ${strict};
