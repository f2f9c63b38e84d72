COMMENT ON MATERIALIZED VIEW total IS 'refreshed at night';
