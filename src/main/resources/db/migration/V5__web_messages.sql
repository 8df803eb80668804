-- What a browser shows of its chat: both sides' messages, sealed. A chat's numbers only grow, also after its old
-- messages are gone, because they start from the time.
CREATE TABLE web_chat (
    chat     TEXT NOT NULL PRIMARY KEY,
    last_seq ${long} NOT NULL
) ${strict};

CREATE TABLE web_message (
    chat       TEXT NOT NULL,
    seq        ${long} NOT NULL,
    message_id TEXT NOT NULL,
    body       ${blob} NOT NULL,
    created_at ${long} NOT NULL,
    PRIMARY KEY (chat, seq),
    UNIQUE (chat, message_id)
) ${strict};
CREATE INDEX web_message_by_age ON web_message (created_at);
