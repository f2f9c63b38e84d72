GRANT SELECT (subconninfo) ON pg_catalog.pg_subscription TO corpus_clerk;
GRANT SELECT ON pg_catalog.pg_authid TO corpus_clerk;
