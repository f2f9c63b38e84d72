ALTER INDEX customer_pkey SET TABLESPACE corpus_primary_key;
