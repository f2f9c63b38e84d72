CREATE TABLE invoice (id bigint, no bigint);
CREATE SEQUENCE invoice_no OWNED BY invoice.id;
