DELETE FROM databasechangelog WHERE id = '2' AND author = 'bob';
