GRANT SELECT, INSERT ON account TO corpus_clerk;
