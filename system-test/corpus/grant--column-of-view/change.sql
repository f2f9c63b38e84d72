GRANT SELECT (id) ON one TO corpus_clerk;
