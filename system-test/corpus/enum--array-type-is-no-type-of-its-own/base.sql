CREATE TABLE call (id integer);
