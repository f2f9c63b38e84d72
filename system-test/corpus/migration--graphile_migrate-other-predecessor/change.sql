INSERT INTO graphile_migrate.migrations VALUES ('sha1:00', NULL, '000000.sql', '2024-12-31');
UPDATE graphile_migrate.migrations SET previous_hash = 'sha1:00' WHERE hash = 'sha1:aa';
