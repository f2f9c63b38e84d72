COMMENT ON INDEX rent_once IS 'keep it small';
