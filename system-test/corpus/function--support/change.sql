ALTER FUNCTION items(anyarray) SUPPORT array_unnest_support;
