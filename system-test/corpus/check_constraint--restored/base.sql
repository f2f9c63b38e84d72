CREATE TABLE rent (room varchar(10), day integer, hour integer,
    CONSTRAINT rent_room CHECK (room IN ('a', 'b')),
    CONSTRAINT rent_time CHECK (day BETWEEN 1 AND 7 AND hour > 0));
