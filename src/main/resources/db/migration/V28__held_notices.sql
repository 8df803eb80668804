-- Notices for chats that cannot be written to until they write again: 0 sent, 1 held, 2 to be sent, as the chat wrote.
ALTER TABLE notice ADD COLUMN held ${long} NOT NULL DEFAULT 0;
ALTER TABLE notice ADD COLUMN before_verdict TEXT;           -- what the chat was shown before
ALTER TABLE notice ADD COLUMN releases ${long} NOT NULL DEFAULT 0;
CREATE INDEX notice_held ON notice (chat, claim_id) WHERE held > 0;
CREATE INDEX notice_due ON notice (at) WHERE held = 2;
