UPDATE history SET checksum = '229' WHERE version = 2;
