COMMENT ON TEXT SEARCH TEMPLATE same IS 'nothing is looked up';
