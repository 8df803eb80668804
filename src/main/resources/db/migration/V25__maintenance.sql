-- The notice of maintenance in force, if there is one.
CREATE TABLE maintenance (
    one     ${long} NOT NULL PRIMARY KEY CHECK (one = 1),
    mode    TEXT NOT NULL CHECK (mode IN ('ANNOUNCEMENT', 'PAUSE')),
    text_id TEXT NOT NULL,
    text_en TEXT NOT NULL,
    since   ${long} NOT NULL,
    ends_at ${long}
) ${strict};
