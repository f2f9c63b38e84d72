ALTER SUBSCRIPTION inbound OWNER TO corpus_app;
COMMENT ON SUBSCRIPTION inbound IS 'from the shop';
