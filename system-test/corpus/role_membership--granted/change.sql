GRANT corpus_team TO corpus_ann;
