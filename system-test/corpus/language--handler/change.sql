CREATE OR REPLACE TRUSTED LANGUAGE plshop HANDLER plshop_call INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
