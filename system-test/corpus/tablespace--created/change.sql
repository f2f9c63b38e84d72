SET allow_in_place_tablespaces = on;
-- commit
CREATE TABLESPACE corpus_fast LOCATION '';
