CREATE TABLE room (id int4range, at daterange);
ALTER TABLE room ADD UNIQUE (id, at);
ALTER TABLE room ADD PRIMARY KEY (id, at WITHOUT OVERLAPS);
CREATE TABLE rent (room int4range, at daterange);
ALTER TABLE rent ADD CONSTRAINT rent_room FOREIGN KEY (room, at) REFERENCES room (id, at);
