-- Keys of programs that may ask more often than any address may; the key itself is not kept.
CREATE TABLE api_key (
    id         ${identity},
    hash       TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    per_minute ${long} NOT NULL,
    per_day    ${long} NOT NULL,
    created_at ${long} NOT NULL,
    revoked_at ${long}
) ${strict};

-- How often each was used; days of UTC, counted from 1970.
CREATE TABLE api_key_use (
    key_id   ${long} NOT NULL,
    day      ${long} NOT NULL,
    requests ${long} NOT NULL,
    PRIMARY KEY (key_id, day)
) ${strict};
