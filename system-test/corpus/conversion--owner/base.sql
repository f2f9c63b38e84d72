CREATE ROLE corpus_scribe;
CREATE CONVERSION from_west FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
