CREATE TABLE customer (id bigint, email text, credit integer);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch();
CREATE FUNCTION touch_too() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
