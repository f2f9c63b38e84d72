DROP MATERIALIZED VIEW total;
CREATE MATERIALIZED VIEW total USING heap_of_our_own AS SELECT 1 AS id, 'x'::text AS name;
