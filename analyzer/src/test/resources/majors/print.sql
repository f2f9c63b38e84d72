-- Every text that depends on the major, as the kinds read it.
WITH printed(name, text) AS (
SELECT 'view '||c.relname, pg_get_viewdef(c.oid) FROM pg_class c WHERE relnamespace = 'app'::regnamespace AND relkind IN ('v','m')
UNION ALL SELECT 'con '||coalesce(conrelid::regclass::text, contypid::regtype::text)||' '||conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'app'::regnamespace AND contype <> 'n'
UNION ALL SELECT 'conexpr '||coalesce(conrelid::regclass::text, contypid::regtype::text)||' '||conname, pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE connamespace = 'app'::regnamespace AND contype <> 'n' AND conbin IS NOT NULL
UNION ALL SELECT 'def '||adrelid::regclass||' '||attname, pg_get_expr(adbin, adrelid) FROM pg_attrdef d JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum WHERE adrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'app'::regnamespace)
UNION ALL SELECT 'index '||c.relname, pg_get_indexdef(c.oid) FROM pg_class c WHERE relnamespace = 'app'::regnamespace AND relkind IN ('i','I')
UNION ALL SELECT 'indexcol '||c.relname||' '||n, pg_get_indexdef(c.oid, n, true) FROM pg_class c, generate_series(1, 6) n WHERE relnamespace = 'app'::regnamespace AND relkind IN ('i','I') AND n <= c.relnatts
UNION ALL SELECT 'indexcolnp '||c.relname||' '||n, pg_get_indexdef(c.oid, n, false) FROM pg_class c, generate_series(1, 6) n WHERE relnamespace = 'app'::regnamespace AND relkind IN ('i','I') AND n <= c.relnatts
UNION ALL SELECT 'indexpred '||indexrelid::regclass, pg_get_expr(indpred, indrelid) FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace = 'app'::regnamespace AND indpred IS NOT NULL
UNION ALL SELECT 'policy '||polname, pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polqual IS NOT NULL
UNION ALL SELECT 'policycheck '||polname, pg_get_expr(polwithcheck, polrelid) FROM pg_policy WHERE polwithcheck IS NOT NULL
UNION ALL SELECT 'trigger '||tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'rule '||tablename||' '||rulename, definition FROM pg_rules WHERE schemaname = 'app'
UNION ALL SELECT 'part '||relname, pg_get_expr(relpartbound, oid) FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relpartbound IS NOT NULL
UNION ALL SELECT 'partkey '||relname, pg_get_partkeydef(oid) FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind = 'p'
UNION ALL SELECT 'stats '||stxname, pg_get_statisticsobjdef(oid) FROM pg_statistic_ext
UNION ALL SELECT 'args '||proname, pg_get_function_arguments(oid) FROM pg_proc WHERE pronamespace = 'app'::regnamespace
UNION ALL SELECT 'result '||proname, pg_get_function_result(oid) FROM pg_proc WHERE pronamespace = 'app'::regnamespace
UNION ALL SELECT 'domdef '||typname, pg_get_expr(typdefaultbin, 0) FROM pg_type WHERE typdefaultbin IS NOT NULL AND typnamespace = 'app'::regnamespace
UNION ALL SELECT 'sql body '||proname, pg_get_function_sqlbody(oid) FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND prosqlbody IS NOT NULL -- since 14
) SELECT name, text FROM printed WHERE text IS NOT NULL
