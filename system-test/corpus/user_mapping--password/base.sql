CREATE FOREIGN DATA WRAPPER nowhere;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER nowhere;
CREATE ROLE corpus_app;
CREATE USER MAPPING FOR corpus_app SERVER elsewhere OPTIONS (user 'remote', password 'one');
