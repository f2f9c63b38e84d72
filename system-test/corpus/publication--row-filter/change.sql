ALTER PUBLICATION outbound SET TABLE account WHERE (id > 20);
