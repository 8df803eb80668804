-- People and chats that are not answered, by pseudonym.
CREATE TABLE block (
    person  TEXT NOT NULL PRIMARY KEY,
    cause   TEXT NOT NULL CHECK (cause IN ('SPAM', 'ABUSE', 'FLOOD', 'OTHER')),
    note    TEXT NOT NULL,              -- staff's own words; emptied when the person is erased
    since   ${long} NOT NULL,
    ends_at ${long},                    -- null: until it is lifted
    staff   TEXT NOT NULL,
    told    ${long} NOT NULL CHECK (told IN (0, 1))
) ${strict};
