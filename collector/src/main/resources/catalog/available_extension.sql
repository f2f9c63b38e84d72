-- description: An extension that the server could install, and the version it would install
-- category: server
-- severity: info
-- order: 900
-- refresh: always
-- scope: cluster
-- advice-missing: The target's server does not ship it; an upgrade of the server or platform brings it.
-- advice-unexpected: Only the target's server ships it; do not depend on it before the baseline has it too.
-- advice-different: The servers ship different versions; upgrade the older server or platform.
SELECT a.name AS id_extension,
       a.default_version AS default_version,
       -- what a server ships with is its major's: two majors are not held against each other
       current_setting('server_version_num')::integer / 10000 AS _since_major,
       current_setting('server_version_num')::integer / 10000 AS _until_major,
       e.extversion AS _installed_version
  FROM pg_available_extensions() a
  LEFT JOIN pg_extension e ON e.extname = a.name
