CREATE OR REPLACE FUNCTION place() RETURNS bigint LANGUAGE internal WINDOW AS 'window_row_number';
