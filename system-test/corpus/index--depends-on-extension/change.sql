ALTER INDEX customer_email DEPENDS ON EXTENSION plpgsql;
