GRANT corpus_team TO corpus_ann WITH INHERIT FALSE;
GRANT corpus_team TO corpus_ann WITH SET FALSE;
