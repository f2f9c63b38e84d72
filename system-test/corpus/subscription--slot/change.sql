ALTER SUBSCRIPTION inbound SET (slot_name = 'moved');
