-- What platforms tell later of messages they took, and when people last wrote where that limits what they may be sent.
ALTER TABLE delivery ADD COLUMN report TEXT CHECK (report IN ('FAILED', 'DELIVERED', 'READ'));
ALTER TABLE delivery ADD COLUMN reported_at ${long};

CREATE TABLE chat_window (
    chat       TEXT NOT NULL PRIMARY KEY,
    last_heard ${long} NOT NULL
) ${strict};
CREATE INDEX chat_window_by_age ON chat_window (last_heard);
