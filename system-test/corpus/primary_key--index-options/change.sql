ALTER INDEX customer_pkey SET (fillfactor = 70);
