ALTER CONVERSION from_west OWNER TO corpus_scribe;
