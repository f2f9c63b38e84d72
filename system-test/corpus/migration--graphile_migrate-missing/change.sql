DELETE FROM graphile_migrate.migrations WHERE hash = 'sha1:bb';
