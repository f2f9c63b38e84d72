CREATE TABLE reading (id integer);
INSERT INTO reading SELECT generate_series(1, 1000);
