ALTER TRIGGER touched ON customer DEPENDS ON EXTENSION plpgsql;
