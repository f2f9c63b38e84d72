UPDATE schema_lock SET locked = true, lockgranted = '2025-01-01', lockedby = 'ci-7 (10.0.0.7)';
