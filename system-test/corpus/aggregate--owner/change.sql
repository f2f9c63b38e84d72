ALTER AGGREGATE total(numeric) OWNER TO corpus_analyst;
