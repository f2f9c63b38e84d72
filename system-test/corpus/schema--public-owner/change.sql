ALTER SCHEMA public OWNER TO corpus_public_owner;
