DROP TYPE address;
CREATE TYPE address AS (street text, zip varchar(5));
