ALTER INDEX customer_email SET (fillfactor = 70);
