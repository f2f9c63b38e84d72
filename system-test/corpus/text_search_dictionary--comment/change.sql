COMMENT ON TEXT SEARCH DICTIONARY plain IS 'takes every word';
