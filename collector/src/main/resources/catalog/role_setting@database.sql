-- description: A setting that a role, or everybody (public), starts with: in every database (ALTER ROLE ... SET) or only in this one (IN DATABASE)
-- category: server
-- severity: warning
-- order: 12
-- parent: role(id_role)
-- roles: id_role
-- redact: hidden_value
-- advice-missing: Set it in the target (ALTER ROLE ... [IN DATABASE ...] SET ...); sessions that are open keep what they have.
-- advice-unexpected: Reset it in the target (ALTER ROLE ... [IN DATABASE ...] RESET ...), or set it in the baseline too.
-- advice-different: Bring both to one value (ALTER ROLE ... [IN DATABASE ...] SET ...); sessions that are open keep what they have.
SELECT r.rolname AS id_role,
       'this database' AS id_database,
       setting.name AS id_setting,
       -- names with a dot are an application's or extension's own and may hold secrets
       CASE WHEN setting.name NOT LIKE '%.%' THEN setting.value END AS value,
       CASE WHEN setting.name LIKE '%.%' THEN setting.value END AS hidden_value
  FROM pg_db_role_setting s
  JOIN pg_database b ON b.oid = s.setdatabase AND b.datname = current_database()
  JOIN pg_roles r ON r.oid = s.setrole
 CROSS JOIN LATERAL unnest(s.setconfig) AS config
 CROSS JOIN LATERAL (SELECT split_part(config, '=', 1) AS name, substr(config, strpos(config, '=') + 1) AS value) setting
