ALTER ROLE corpus_app SET statement_timeout = '15s';
