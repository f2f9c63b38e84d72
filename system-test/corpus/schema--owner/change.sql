ALTER SCHEMA billing OWNER TO corpus_schema_owner;
