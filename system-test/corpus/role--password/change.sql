ALTER ROLE corpus_app PASSWORD 'two';
