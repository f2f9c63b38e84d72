CREATE ROLE corpus_schema_owner;
CREATE SCHEMA billing;
