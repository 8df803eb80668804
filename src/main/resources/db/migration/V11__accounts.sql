-- Who may work here. Nothing in these tables lets anyone in: passwords, session keys, tokens, links and recovery codes are
-- hashed, second factors sealed.
CREATE TABLE account (
    id            ${identity},
    name          TEXT NOT NULL UNIQUE,
    role          TEXT NOT NULL CHECK (role IN ('MODERATOR', 'ADMIN')),
    state         TEXT NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'DISABLED')),
    password      TEXT,
    must_change   ${long} NOT NULL CHECK (must_change IN (0, 1)),
    factor        ${blob},            -- sealed key of the second factor
    factor_step   ${long} NOT NULL,   -- the last time step whose code was taken; no earlier one is taken again
    pending       ${blob},            -- sealed key of a second factor that is not confirmed yet
    created_at    ${long} NOT NULL,
    signed_in_at  ${long}
) ${strict};

CREATE TABLE account_session (
    id         ${identity},
    hash       TEXT NOT NULL UNIQUE,
    account_id ${long} NOT NULL REFERENCES account (id),
    stage      TEXT NOT NULL CHECK (stage IN ('SECOND_FACTOR', 'COMPLETE')),
    device     TEXT NOT NULL,
    created_at ${long} NOT NULL,
    seen_at    ${long} NOT NULL
) ${strict};
CREATE INDEX account_session_by_account ON account_session (account_id);
CREATE INDEX account_session_by_age ON account_session (created_at);

CREATE TABLE account_token (
    id         ${identity},
    hash       TEXT NOT NULL UNIQUE,
    account_id ${long} NOT NULL REFERENCES account (id),
    name       TEXT NOT NULL,
    scope      TEXT NOT NULL CHECK (scope IN ('READ', 'WRITE')),
    created_at ${long} NOT NULL,
    expires_at ${long} NOT NULL,
    used_at    ${long}
) ${strict};
CREATE INDEX account_token_by_account ON account_token (account_id);

-- One for each account: with it a password is chosen once.
CREATE TABLE account_link (
    account_id ${long} NOT NULL PRIMARY KEY REFERENCES account (id),
    hash       TEXT NOT NULL UNIQUE,
    expires_at ${long} NOT NULL
) ${strict};

CREATE TABLE account_recovery (
    account_id ${long} NOT NULL REFERENCES account (id),
    hash       TEXT NOT NULL,
    PRIMARY KEY (account_id, hash)
) ${strict};

-- Failed attempts to sign in, under a keyed hash of the name or address they were made with or from.
CREATE TABLE sign_in_delay (
    origin   TEXT NOT NULL PRIMARY KEY,
    failures ${long} NOT NULL,
    free_at  ${long} NOT NULL,
    last_at  ${long} NOT NULL
) ${strict};
CREATE INDEX sign_in_delay_by_age ON sign_in_delay (last_at);
