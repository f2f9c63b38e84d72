COMMENT ON TEXT SEARCH PARSER words IS 'as the default one';
