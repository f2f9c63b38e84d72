-- description: A setting that every session in this database starts with (ALTER DATABASE ... SET)
-- category: server
-- severity: warning
-- order: 13
-- redact: hidden_value
-- advice-missing: Set it in the target (ALTER DATABASE ... SET ...); sessions that are open keep what they have.
-- advice-unexpected: Reset it in the target (ALTER DATABASE ... RESET ...), or set it in the baseline too.
-- advice-different: Bring both to one value (ALTER DATABASE ... SET ...); sessions that are open keep what they have.
SELECT setting.name AS id_setting,
       -- names with a dot are an application's or extension's own and may hold secrets
       CASE WHEN setting.name NOT LIKE '%.%' THEN setting.value END AS value,
       CASE WHEN setting.name LIKE '%.%' THEN setting.value END AS hidden_value
  FROM pg_db_role_setting s
  JOIN pg_database b ON b.oid = s.setdatabase AND b.datname = current_database()
 CROSS JOIN LATERAL unnest(s.setconfig) AS config
 CROSS JOIN LATERAL (SELECT split_part(config, '=', 1) AS name, substr(config, strpos(config, '=') + 1) AS value) setting
 WHERE s.setrole = 0
