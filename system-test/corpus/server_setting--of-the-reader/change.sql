ALTER SYSTEM SET lock_timeout = '6s';
