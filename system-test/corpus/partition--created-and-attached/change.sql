DROP TABLE event_low;
CREATE TABLE event_low (id bigint NOT NULL, note text CONSTRAINT event_note_check CHECK (note <> ''));
ALTER TABLE event ATTACH PARTITION event_low FOR VALUES FROM (0) TO (1000);
