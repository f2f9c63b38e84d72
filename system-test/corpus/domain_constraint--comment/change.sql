COMMENT ON CONSTRAINT age_positive ON DOMAIN age IS 'nobody is unborn';
