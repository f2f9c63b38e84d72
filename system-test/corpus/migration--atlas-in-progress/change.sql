UPDATE atlas_schema_revisions.atlas_schema_revisions SET applied = 1, executed_at = now() WHERE version = '20250103000000';
