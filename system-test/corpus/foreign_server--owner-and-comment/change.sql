ALTER SERVER elsewhere OWNER TO corpus_app;
COMMENT ON SERVER elsewhere IS 'the old shop';
