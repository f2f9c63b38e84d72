SET allow_in_place_tablespaces = on;
-- commit
CREATE TABLESPACE corpus_materialized_view LOCATION '';
-- commit
CREATE MATERIALIZED VIEW total AS SELECT 1 AS id, 'x'::text AS name;
