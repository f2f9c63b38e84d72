CREATE ROLE corpus_total_owner;
CREATE MATERIALIZED VIEW total AS SELECT 1 AS id, 'x'::text AS name;
