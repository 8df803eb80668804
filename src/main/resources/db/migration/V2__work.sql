-- Work waiting to be done, being done, and done; done work stays for a while as the memory of what was already delivered.
CREATE TABLE work (
    id        ${identity},
    queue     TEXT NOT NULL,
    dedup_key TEXT NOT NULL,
    order_key TEXT NOT NULL,
    payload   ${blob},                -- sealed; erased when done
    state     TEXT NOT NULL CHECK (state IN ('READY', 'LEASED', 'DONE', 'DEAD')),
    attempts  ${long} NOT NULL,
    due_at    ${long} NOT NULL,       -- not taken before; of leased work, when the lease runs out
    lease     TEXT,                   -- who took it; whoever settles it must still hold this
    reason    TEXT,                   -- why it waits, was dropped or is dead
    added_at  ${long} NOT NULL,
    done_at   ${long},
    UNIQUE (queue, dedup_key),
    CHECK ((done_at IS NULL) = (state IN ('READY', 'LEASED')))
) ${strict};

-- Partial, so that millions of finished rows cost nothing when work is taken.
CREATE INDEX work_due ON work (queue, due_at, id) WHERE done_at IS NULL;
CREATE INDEX work_order ON work (queue, order_key, id) WHERE done_at IS NULL;
CREATE INDEX work_done ON work (queue, done_at) WHERE done_at IS NOT NULL;
CREATE INDEX work_dead ON work (queue, id) WHERE state = 'DEAD';

-- What became of messages sent. The platform's id is hashed: WhatsApp's contains the phone number.
CREATE TABLE delivery (
    message_key         TEXT NOT NULL PRIMARY KEY,
    channel             TEXT NOT NULL,
    chat                TEXT NOT NULL,
    platform_message    TEXT,
    status              TEXT NOT NULL CHECK (status IN ('SENT', 'UNREACHABLE', 'REFUSED')),
    at                  ${long} NOT NULL
) ${strict};
CREATE INDEX delivery_by_platform_message ON delivery (platform_message) WHERE platform_message IS NOT NULL;
CREATE INDEX delivery_by_time ON delivery (at);

-- Chats that are not simply written to where they wrote from.
CREATE TABLE chat_route (
    chat               TEXT NOT NULL PRIMARY KEY,
    unreachable_since  ${long},
    unreachable_reason TEXT,
    moved_to           ${blob}        -- sealed address
) ${strict};
