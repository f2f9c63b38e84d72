ALTER FOREIGN DATA WRAPPER nowhere OPTIONS (SET debug 'true', ADD token 'never shown');
