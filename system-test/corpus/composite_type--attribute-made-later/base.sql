CREATE TYPE address AS (street text, old text);
ALTER TYPE address DROP ATTRIBUTE old, ADD ATTRIBUTE zip varchar(5);
