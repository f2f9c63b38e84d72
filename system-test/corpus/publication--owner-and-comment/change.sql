ALTER PUBLICATION outbound OWNER TO corpus_app;
COMMENT ON PUBLICATION outbound IS 'for the warehouse';
