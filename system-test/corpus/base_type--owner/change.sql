ALTER TYPE cents OWNER TO corpus_treasurer;
