UPDATE databasechangelog SET exectype = 'MARK_RAN' WHERE author = 'bob';
UPDATE databasechangelog SET exectype = 'RERAN' WHERE id = '1';
