UPDATE databasechangeloglock SET locked = true, lockgranted = now() AT TIME ZONE 'UTC', lockedby = 'ci-7 (10.0.0.7)';
