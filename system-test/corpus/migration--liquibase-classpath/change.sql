UPDATE databasechangelog SET filename = 'classpath:' || filename;
