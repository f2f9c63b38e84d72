CREATE ROLE corpus_team;
CREATE ROLE corpus_ann;
GRANT corpus_team TO corpus_ann;
