DROP TRIGGER touched ON customer;
CREATE TRIGGER touched BEFORE UPDATE ON customer FOR EACH ROW WHEN (new.credit > 1) EXECUTE FUNCTION touch();
