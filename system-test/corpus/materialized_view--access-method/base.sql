CREATE ACCESS METHOD heap_of_our_own TYPE TABLE HANDLER heap_tableam_handler;
CREATE MATERIALIZED VIEW total AS SELECT 1 AS id, 'x'::text AS name;
