-- Newsrooms' own systems that are told of verdicts; how far each has been told, and how each delivery went.
CREATE TABLE webhook (
    id            ${identity},
    url           TEXT NOT NULL,
    secret        ${blob} NOT NULL,       -- sealed
    last_bulletin ${long} NOT NULL,
    created_at    ${long} NOT NULL,
    removed_at    ${long}
) ${strict};

CREATE TABLE webhook_delivery (
    id             ${identity},
    webhook_id     ${long} NOT NULL,
    message_id     TEXT NOT NULL,
    attempt        ${long} NOT NULL,
    status         ${long},               -- HTTP status; none if there was no answer
    failure        TEXT,
    millis         ${long} NOT NULL,
    at             ${long} NOT NULL
) ${strict};
CREATE INDEX webhook_delivery_of ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_by_time ON webhook_delivery (at);
