ALTER SUBSCRIPTION inbound SET PUBLICATION outbound, ledger WITH (refresh = false);
