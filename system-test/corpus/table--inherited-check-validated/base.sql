CREATE TABLE event (id bigint);
CREATE TABLE event_old () INHERITS (event);
ALTER TABLE event ADD CONSTRAINT event_id CHECK (id > 0) NOT VALID;
