CREATE TABLE rent (room text, CONSTRAINT rent_once EXCLUDE USING btree (lower(room) WITH =));
