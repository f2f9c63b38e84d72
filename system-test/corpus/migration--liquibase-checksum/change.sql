UPDATE databasechangelog SET md5sum = '9:dddd' WHERE author = 'bob';
UPDATE databasechangelog SET md5sum = '8:dddd' WHERE id = '2' AND author = 'ann';
