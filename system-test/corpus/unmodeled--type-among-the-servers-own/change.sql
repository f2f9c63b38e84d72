CREATE TYPE pg_catalog.corpus_mood AS ENUM ('sad', 'happy');
