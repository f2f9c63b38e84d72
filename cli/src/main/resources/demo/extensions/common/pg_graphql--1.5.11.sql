-- Stand-in: the one function that graphql_public.graphql calls, in SQL; the real one is compiled.
create function graphql.resolve(
  query text, variables jsonb default '{}', "operationName" text default null, extensions jsonb default null
) returns jsonb language sql as $$
  select '{"data": null, "errors": [{"message": "stand-in for pg_graphql"}]}'::jsonb
$$;
