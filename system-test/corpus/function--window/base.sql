CREATE FUNCTION place() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
