DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20250102000000_Orders';
