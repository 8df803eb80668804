-- What somebody wrote where it differs from the wording their message is counted with; null where it is the same.
ALTER TABLE submission ADD COLUMN wording TEXT;

-- Words of people who had themselves erased, sealed, for the moments until nothing holds a copy of them any more.
CREATE TABLE erased_wording (
    id      ${identity},
    text    ${blob} NOT NULL,
    instead ${blob},                        -- how others put it, to stand in its place
    sent_at ${long} NOT NULL
) ${strict};

-- Stamp of an act from whose details somebody's words were taken out after it had been chained.
ALTER TABLE act ADD COLUMN redaction TEXT;
