ALTER SUBSCRIPTION inbound SET (binary = true, streaming = on);
