ALTER INDEX customer_email SET TABLESPACE corpus_index;
