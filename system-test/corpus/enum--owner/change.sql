ALTER TYPE mood OWNER TO corpus_therapist;
