ALTER INDEX rent_once SET TABLESPACE corpus_exclusion;
