ALTER SYSTEM SET cluster_name = 'elsewhere';
-- commit
ALTER SYSTEM SET syslog_ident = 'elsewhere';
