DELETE FROM doctrine_migration_versions WHERE version LIKE '%20250102000000';
