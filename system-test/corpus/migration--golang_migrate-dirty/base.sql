CREATE TABLE migrate_state (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);
INSERT INTO migrate_state VALUES (7, false);
