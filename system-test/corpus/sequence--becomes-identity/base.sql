CREATE TABLE invoice (id bigint NOT NULL);
CREATE SEQUENCE invoice_id_seq OWNED BY invoice.id;
