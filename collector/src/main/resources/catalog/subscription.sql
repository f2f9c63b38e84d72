-- description: A subscription of this database; how it logs in at the publisher is never read
-- category: server
-- severity: warning; enabled=critical; comment=info
-- order: 165
-- roles: owner
-- version-bound: streaming
-- advice-missing: Create it in the target (CREATE SUBSCRIPTION); it copies the tables first.
-- advice-unexpected: Drop it from the target (DROP SUBSCRIPTION; it drops the publisher's slot too), or create it in the baseline.
-- advice-different: Align it (ALTER SUBSCRIPTION ...); one that is disabled keeps the publisher's log from being removed.
SELECT s.subname AS id_subscription,
       s.subenabled AS enabled,
       ARRAY(SELECT p FROM unnest(s.subpublications) AS p ORDER BY p COLLATE "C") AS publications,
       s.subslotname AS slot_name,
       s.subsynccommit AS synchronous_commit, -- since 14
       s.subbinary AS binary, -- since 14
       -- what it is unless one says changed with 18
       CASE s.substream::text WHEN 'p' THEN 'parallel' WHEN 't' THEN 'on' WHEN 'true' THEN 'on' ELSE 'off' END AS streaming, -- since 14
       s.subtwophasestate <> 'd' AS two_phase, -- since 15
       s.subdisableonerr AS disable_on_error, -- since 15
       s.suborigin AS origin, -- since 16
       s.subpasswordrequired AS password_required, -- since 16
       s.subrunasowner AS run_as_owner, -- since 16
       s.subfailover AS failover, -- since 17
       ARRAY(SELECT format('%I.%I', n.nspname, c.relname)
               FROM pg_subscription_rel x
               JOIN pg_class c ON c.oid = x.srrelid
               JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE x.srsubid = ANY (own.oids)
              ORDER BY n.nspname, c.relname) AS tables,
       r.rolname AS owner,
       d.description AS comment
  FROM pg_subscription s
  -- 13 shows the oid to superusers only, but tells it in a view
 CROSS JOIN LATERAL (SELECT ARRAY[s.oid] AS oids) own -- since 14
 CROSS JOIN LATERAL (SELECT array_agg(v.subid) AS oids FROM pg_stat_subscription v WHERE v.subname = s.subname) own -- before 14
  LEFT JOIN pg_roles r ON r.oid = s.subowner
  LEFT JOIN pg_description d
    ON d.classoid = 'pg_subscription'::regclass AND d.objoid = ANY (own.oids) AND d.objsubid = 0
 WHERE s.subdbid = (SELECT b.oid FROM pg_database b WHERE b.datname = current_database())
