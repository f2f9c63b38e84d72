GRANT MAINTAIN ON app.invoice TO app_writer;
