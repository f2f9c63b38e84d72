DROP TRIGGER touched ON customer;
CREATE TRIGGER touched BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch('a', 'ö', '');
