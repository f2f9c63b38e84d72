CREATE ROLE corpus_tuner;
