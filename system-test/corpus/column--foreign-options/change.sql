ALTER FOREIGN TABLE remote ALTER COLUMN id OPTIONS (SET column_name 'number');
