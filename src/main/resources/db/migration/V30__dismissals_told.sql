-- Whether somebody is told that the case of their message was dismissed: 0 no, 1 is to be, 2 as soon as the chat can be
-- written to again, 3 has been. Tries count the messages that did not arrive.
ALTER TABLE submission ADD COLUMN dismissal ${long} NOT NULL DEFAULT 0 CHECK (dismissal IN (0, 1, 2, 3));
ALTER TABLE submission ADD COLUMN dismissal_tries ${long} NOT NULL DEFAULT 0;
CREATE INDEX submission_dismissal_due ON submission (case_id, chat) WHERE dismissal = 1;
CREATE INDEX submission_dismissal_held ON submission (chat) WHERE dismissal = 2;

-- Whether a dismissed case tells those who asked, and those who ask later.
ALTER TABLE tip_case ADD COLUMN tells ${long} NOT NULL DEFAULT 0 CHECK (tells IN (0, 1));
