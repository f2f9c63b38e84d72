CREATE TABLE schema_version (version int4 NOT NULL);
INSERT INTO schema_version VALUES (7);
