-- What staff did, each act chained to the one before by a keyed hash, so that none can be changed or taken out unseen.
CREATE TABLE act (
    id           ${identity},
    at           ${long} NOT NULL,
    actor_id     ${long},
    actor        TEXT NOT NULL,
    origin       TEXT NOT NULL,     -- a keyed hash of the address, or the terminal
    what         TEXT NOT NULL,
    subject      TEXT NOT NULL,
    before_state TEXT,
    after_state  TEXT,
    link         ${long} UNIQUE,    -- place in the chain; none for the moment until the transaction is over
    hash         TEXT,
    CHECK ((link IS NULL) = (hash IS NULL))
) ${strict};
CREATE INDEX act_unchained ON act (id) WHERE link IS NULL;
CREATE INDEX act_by_time ON act (at);
CREATE INDEX act_by_subject ON act (subject, id);
CREATE INDEX act_by_actor ON act (actor, id);

-- The end of the chain, which writers take one after the other.
CREATE TABLE act_chain (
    name   TEXT NOT NULL PRIMARY KEY,
    length ${long} NOT NULL,
    hash   TEXT NOT NULL
) ${strict};
