CREATE OR REPLACE FUNCTION check_body(oid) RETURNS void LANGUAGE c AS 'plpgsql', 'plpgsql_validator';
