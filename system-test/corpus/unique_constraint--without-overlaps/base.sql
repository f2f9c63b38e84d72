CREATE TABLE rent (room int4range NOT NULL, at daterange NOT NULL, CONSTRAINT rent_id_key UNIQUE (room, at));
