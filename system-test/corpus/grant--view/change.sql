GRANT SELECT ON one TO corpus_clerk;
