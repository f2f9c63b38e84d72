CREATE ROLE corpus_team;
CREATE ROLE corpus_ann;
