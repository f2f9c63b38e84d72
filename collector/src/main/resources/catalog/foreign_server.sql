-- description: A foreign server: where foreign tables get their rows from
-- category: server
-- severity: warning; comment=info
-- order: 46
-- roles: owner
-- redact: options except host, hostaddr, port, dbname, service, sslmode, sslcompression, connect_timeout, keepalives, keepalives_idle, keepalives_interval, keepalives_count, tcp_user_timeout, application_name, fallback_application_name, client_encoding, target_session_attrs, load_balance_hosts, gssencmode, channel_binding, extensions, use_remote_estimate, fdw_startup_cost, fdw_tuple_cost, fetch_size, batch_size, async_capable, updatable, truncatable, keep_connections, parallel_commit, parallel_abort, analyze_sampling
-- advice-missing: Create it in the target (CREATE SERVER ... FOREIGN DATA WRAPPER ...).
-- advice-unexpected: Drop it from the target if no foreign table uses it, or create it in the baseline by a migration.
-- advice-different: Align it by a migration (ALTER SERVER ...); hosts that differ on purpose are a case for an ignore rule.
SELECT s.srvname AS id_server,
       w.fdwname AS wrapper,
       s.srvtype AS type,
       s.srvversion AS version,
       ARRAY(SELECT o FROM unnest(s.srvoptions) AS o ORDER BY o COLLATE "C") AS options,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_foreign_server s
  JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
  LEFT JOIN pg_roles r ON r.oid = s.srvowner
  LEFT JOIN pg_description d ON d.classoid = 'pg_foreign_server'::regclass AND d.objoid = s.oid AND d.objsubid = 0
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_foreign_server'::regclass AND e.objid = s.oid AND e.deptype = 'e')
