-- description: A name under which replication from elsewhere is played back; a subscription's own goes with the subscription
-- category: server
-- severity: warning
-- order: 166
-- refresh: always
-- scope: cluster
-- advice-missing: Create it in the target (pg_replication_origin_create) before what plays back under its name starts.
-- advice-unexpected: Drop it from the target (pg_replication_origin_drop) once nothing plays back under its name, or create it in the baseline too.
SELECT o.roname AS id_origin
  FROM pg_replication_origin o
 -- names that nobody can choose: the server makes them of a subscription's OID
 WHERE left(o.roname, 3) <> 'pg_'
