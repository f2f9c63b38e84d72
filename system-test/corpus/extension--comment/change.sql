COMMENT ON EXTENSION keel IS 'for the boats';
