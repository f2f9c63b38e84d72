ALTER FOREIGN DATA WRAPPER nowhere VALIDATOR postgresql_fdw_validator;
