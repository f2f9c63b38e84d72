-- what REFRESH PUBLICATION does, without a publisher
SET LOCAL allow_system_table_mods = on;
INSERT INTO pg_subscription_rel (srsubid, srrelid, srsubstate)
    SELECT oid, 'account'::regclass, 'r' FROM pg_subscription WHERE subname = 'inbound';
