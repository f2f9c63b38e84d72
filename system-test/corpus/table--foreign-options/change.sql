ALTER FOREIGN TABLE remote OPTIONS (SET token 'second');
