CREATE ROLE corpus_sequence_owner;
CREATE SEQUENCE invoice_no;
