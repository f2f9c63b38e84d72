-- description: A component of the hosting platform, summarised: its objects are not the user's and are not compared one by one
-- category: server
-- severity: info
-- order: 950
-- version-bound: objects, by_kind, content
-- advice-missing: The target's platform does not have this component, or the target is on no platform; nothing to migrate.
-- advice-unexpected: Only the target's platform has this component; nothing to migrate.
-- advice-different: Platform version skew: the two run different releases of the platform. Upgrade or restart the older one; platform: compare in the settings shows each object.
SELECT
       -- the rows are made of what the other kinds read, as the profile says
       NULL::text AS id_profile,
       NULL::text AS id_component,
       NULL::bigint AS objects,
       NULL::text[] AS by_kind,
       NULL::text AS content
 WHERE false
