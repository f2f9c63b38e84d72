CREATE SUBSCRIPTION inbound CONNECTION 'host=127.0.0.1 port=1 password=never_shown' PUBLICATION outbound WITH (connect = false, slot_name = NONE);
