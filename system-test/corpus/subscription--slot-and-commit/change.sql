ALTER SUBSCRIPTION inbound SET (slot_name = 'moved', synchronous_commit = 'local');
