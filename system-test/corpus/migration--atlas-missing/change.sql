DELETE FROM atlas_schema_revisions.atlas_schema_revisions WHERE version IN ('.atlas_cloud_identifier', '20250102000000');
