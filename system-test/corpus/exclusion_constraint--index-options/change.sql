ALTER INDEX rent_once SET (fillfactor = 70);
