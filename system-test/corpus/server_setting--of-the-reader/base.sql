-- the reader sets these for its own session: the server's value is what counts
ALTER SYSTEM SET lock_timeout = '5s';
