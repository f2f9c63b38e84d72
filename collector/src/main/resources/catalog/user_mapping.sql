-- description: How a role, or everybody (public), logs in at a foreign server; values of options are never shown
-- category: security
-- severity: warning
-- order: 47
-- refresh: always
-- parent: foreign_server(id_server)
-- roles: id_user
-- redact: options
-- advice-missing: Create it in the target (CREATE USER MAPPING FOR ... SERVER ...), or the role's queries on the server's foreign tables fail.
-- advice-unexpected: Drop it from the target (DROP USER MAPPING), or create it in the baseline too.
-- advice-different: Align its options (ALTER USER MAPPING ... OPTIONS (SET ...)); different passwords on purpose are a case for an ignore rule.
SELECT m.srvname AS id_server,
       CASE WHEN m.umuser = 0 THEN 'public' ELSE m.usename::text END AS id_user,
       -- only the mapped user and superusers see them; to others no options and unseen ones look alike
       CASE WHEN readable.options
            THEN ARRAY(SELECT o FROM unnest(m.options) AS o ORDER BY o COLLATE "C") END AS options,
       CASE WHEN NOT readable.options THEN ARRAY['options'] END AS _unread
  FROM pg_user_mappings AS m(oid, srvid, srvname, umuser, usename, options)
  JOIN pg_foreign_server s ON s.oid = m.srvid
 CROSS JOIN LATERAL (
       SELECT (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user)
              OR (m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE'))
              OR (m.umuser <> 0 AND m.usename = current_user
                  AND (pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE'))) AS options
       ) readable
