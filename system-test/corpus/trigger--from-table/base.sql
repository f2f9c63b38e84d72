CREATE TABLE customer (id bigint, email text, credit integer);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE CONSTRAINT TRIGGER touched AFTER UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE invoice (id bigint);
