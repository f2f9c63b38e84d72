ALTER LANGUAGE plshop OWNER TO corpus_programmer;
