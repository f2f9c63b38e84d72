DROP TRIGGER touched ON customer;
