ALTER SEQUENCE invoice_no OWNED BY invoice.no;
