GRANT USAGE ON FOREIGN SERVER elsewhere TO corpus_linker;
