UPDATE atlas_schema_revisions.atlas_schema_revisions SET type = 1, applied = 0, total = 0 WHERE version = '20250101000000';
