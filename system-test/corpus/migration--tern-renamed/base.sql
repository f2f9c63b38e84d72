CREATE TABLE tern_state (version int4 NOT NULL);
INSERT INTO tern_state VALUES (7);
