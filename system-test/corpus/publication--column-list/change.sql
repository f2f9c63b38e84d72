ALTER PUBLICATION outbound SET TABLE account (id, closed);
