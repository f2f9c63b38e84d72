COMMENT ON TYPE address IS 'where letters go';
