COMMENT ON CONSTRAINT customer_email_not_null ON customer IS 'since the merger';
