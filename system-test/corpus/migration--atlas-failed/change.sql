UPDATE atlas_schema_revisions.atlas_schema_revisions SET applied = 1, error = 'ERROR: relation "invoice" already exists', error_stmt = 'CREATE TABLE invoice ()' WHERE version = '20250103000000';
