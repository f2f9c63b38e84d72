ALTER PUBLICATION outbound SET (publish_generated_columns = stored);
