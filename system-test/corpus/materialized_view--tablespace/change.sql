ALTER MATERIALIZED VIEW total SET TABLESPACE corpus_materialized_view;
