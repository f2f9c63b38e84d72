ALTER MATERIALIZED VIEW total OWNER TO corpus_total_owner;
