UPDATE api_migrations SET checksum = '\xbd' WHERE version = 20250102000000;
