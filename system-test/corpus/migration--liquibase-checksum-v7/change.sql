UPDATE databasechangelog SET md5sum = '7:dddd' WHERE id = '2' AND author = 'ann';
