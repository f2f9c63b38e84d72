GRANT SELECT ON remote TO corpus_clerk;
