CREATE ROLE corpus_coder;
CREATE TRUSTED LANGUAGE plmine HANDLER plpgsql_call_handler;
