ALTER MATERIALIZED VIEW total SET (fillfactor = 70);
