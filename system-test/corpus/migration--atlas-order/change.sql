UPDATE atlas_schema_revisions.atlas_schema_revisions SET executed_at = '2025-01-04' WHERE version = '20250102000000';
