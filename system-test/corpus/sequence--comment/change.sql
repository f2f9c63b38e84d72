COMMENT ON SEQUENCE invoice_no IS 'without gaps, says the law';
