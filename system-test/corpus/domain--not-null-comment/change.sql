COMMENT ON CONSTRAINT email_not_null ON DOMAIN email IS 'since the merger';
