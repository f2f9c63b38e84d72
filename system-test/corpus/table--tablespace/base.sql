SET allow_in_place_tablespaces = on;
-- commit
CREATE TABLESPACE corpus_table LOCATION '';
-- commit
CREATE TABLE job (id bigint);
