-- the tool was upgraded, or somebody ran clear-checksums: nothing can be said
UPDATE databasechangelog SET md5sum = '9:dddd' WHERE id = '2' AND author = 'ann';
UPDATE databasechangelog SET md5sum = NULL WHERE author = 'bob';
