ALTER OPERATOR === (integer, integer) OWNER TO corpus_judge;
