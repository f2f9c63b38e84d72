SELECT nextval('invoice_no');
