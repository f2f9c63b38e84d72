CREATE TABLE event (id bigint PRIMARY KEY, note text CHECK (note <> '')) PARTITION BY RANGE (id);
CREATE INDEX event_note ON event (note);
CREATE TABLE event_low PARTITION OF event FOR VALUES FROM (0) TO (1000);
