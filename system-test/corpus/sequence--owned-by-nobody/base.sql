CREATE TABLE invoice (id bigint);
CREATE SEQUENCE invoice_no OWNED BY invoice.id;
