ALTER SEQUENCE invoice_no OWNER TO corpus_sequence_owner;
