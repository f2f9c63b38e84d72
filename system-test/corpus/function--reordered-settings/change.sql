ALTER FUNCTION price(numeric) RESET ALL;
ALTER FUNCTION price(numeric) SET jit = off;
ALTER FUNCTION price(numeric) SET work_mem = '16MB';
