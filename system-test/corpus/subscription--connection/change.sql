ALTER SUBSCRIPTION inbound CONNECTION 'host=127.0.0.1 port=2 password=other';
