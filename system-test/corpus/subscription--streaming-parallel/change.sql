ALTER SUBSCRIPTION inbound SET (streaming = parallel);
