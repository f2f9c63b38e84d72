CREATE ROLE corpus_postman;
CREATE TYPE address AS (street text, zip varchar(5));
