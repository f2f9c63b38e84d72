CREATE ROLE corpus_clerk;
CREATE SEQUENCE number;
