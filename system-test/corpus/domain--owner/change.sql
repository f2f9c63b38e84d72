ALTER DOMAIN email OWNER TO corpus_postmaster;
