-- postgres_fdw's own would do nothing else here
CREATE FUNCTION no_handler() RETURNS fdw_handler LANGUAGE internal AS 'pg_backend_pid';
CREATE FOREIGN DATA WRAPPER nowhere;
