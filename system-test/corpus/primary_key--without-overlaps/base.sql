CREATE TABLE rent (room int4range NOT NULL, at daterange NOT NULL, CONSTRAINT rent_pkey PRIMARY KEY (room, at));
