ALTER TYPE address OWNER TO corpus_postman;
