ALTER INDEX customer_id_key SET (fillfactor = 70);
