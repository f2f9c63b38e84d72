ALTER TABLESPACE corpus_fast OWNER TO pg_monitor;
COMMENT ON TABLESPACE corpus_fast IS 'the new disks';
