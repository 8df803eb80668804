-- People whose platform gave them another id: since when, and the key they go by now, so that who is erased is erased
-- under the keys they had before as well.
ALTER TABLE chat_route ADD COLUMN moved_at ${long};
ALTER TABLE chat_route ADD COLUMN moved_chat TEXT;
CREATE INDEX chat_route_by_new_chat ON chat_route (moved_chat) WHERE moved_chat IS NOT NULL;
