CREATE ROLE corpus_linguist;
CREATE COLLATION german (PROVIDER = icu, LOCALE = 'de');
