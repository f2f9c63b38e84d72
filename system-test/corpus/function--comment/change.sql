COMMENT ON FUNCTION price(numeric) IS 'gross, not net';
