ALTER SYSTEM SET archive_cleanup_command = 'clean --token two';
