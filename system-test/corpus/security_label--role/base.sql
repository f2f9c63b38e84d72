CREATE ROLE corpus_app;
