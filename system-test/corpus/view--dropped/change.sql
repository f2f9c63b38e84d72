DROP VIEW client;
