ALTER STATISTICS city_zip OWNER TO corpus_statistics_owner;
