ALTER FUNCTION price(numeric) SET work_mem = '64MB';
