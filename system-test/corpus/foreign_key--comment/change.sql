COMMENT ON CONSTRAINT invoice_customer ON invoice IS 'who pays';
