CREATE FUNCTION check_body(oid) RETURNS void LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';
