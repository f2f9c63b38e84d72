ALTER ROLE corpus_app VALID UNTIL 'infinity';
