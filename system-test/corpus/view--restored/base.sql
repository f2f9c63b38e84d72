CREATE TABLE rent (room varchar(10), day integer, hour integer);
CREATE VIEW taken AS SELECT day FROM rent WHERE day BETWEEN 1 AND 7 AND room NOT IN ('a', 'b');
