-- One statement a line, of everything whose text PostgreSQL prints from a parsed form. Majors before the one behind
-- "since" do not know the statement.
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE app.pair AS (a integer, b text);
CREATE DOMAIN app.positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN app.code AS text DEFAULT upper('x') CHECK (VALUE ~ '^[A-Z]{2,4}$' AND length(VALUE) BETWEEN 2 AND 4);
CREATE TABLE app.account ( id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, email varchar(200), feels app.mood DEFAULT 'ok', born date, made timestamptz DEFAULT now(), at timestamp, spent interval, raw bytea, ratio double precision, amount numeric(12, 2) DEFAULT 1.50, tags text[] DEFAULT '{}', doc jsonb DEFAULT '{}', j json, pair app.pair, x xml, active boolean NOT NULL DEFAULT true, ip inet, flags bit(4), small smallint, part app.positive, parent bigint, "Mixed Case" text, "user" text, "select" text, "json" text, "json_scalar" text, "system_user" text, "merge_action" text, valid daterange, lower_name text GENERATED ALWAYS AS (lower(name)) STORED, year integer GENERATED ALWAYS AS (EXTRACT(year FROM born)::integer) STORED);
CREATE TABLE app.item (id integer PRIMARY KEY, account_id bigint NOT NULL REFERENCES app.account, sku text, qty integer, price numeric, made timestamptz DEFAULT CURRENT_TIMESTAMP, kind char(3), code app.code, note text DEFAULT 'it''s "x" \ y');
CREATE TABLE app.event (at date NOT NULL, account_id bigint, kind text) PARTITION BY RANGE (at);
CREATE TABLE app.event_25 PARTITION OF app.event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE app.lists (k text, n integer) PARTITION BY LIST (lower(k));
CREATE TABLE app.lists_a PARTITION OF app.lists FOR VALUES IN ('a', NULL);
CREATE TABLE app.hashed (k integer) PARTITION BY HASH (k);
CREATE TABLE app.hashed_0 PARTITION OF app.hashed FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE app.log (what text);
CREATE VIEW app.v_simple AS SELECT id, name FROM app.account;
CREATE VIEW app.v_alias AS SELECT a.id, a.name AS n FROM app.account a WHERE a.active;
CREATE VIEW app.v_star AS SELECT * FROM app.item;
CREATE VIEW app.v_whole AS SELECT a AS whole, count(a.*) OVER () AS n, row(a.id, a.name)::text AS r FROM app.account a;
CREATE VIEW app.v_order AS SELECT lower(name) AS name, id FROM app.account ORDER BY account.name DESC NULLS LAST, id LIMIT 10 OFFSET 2;
CREATE VIEW app.v_order2 AS SELECT lower(name) AS name, id FROM app.account ORDER BY lower(name), 2 FETCH FIRST 3 ROWS WITH TIES;
CREATE VIEW app.v_group AS SELECT name, count(*) AS n, sum(amount) FILTER (WHERE active) AS s FROM app.account GROUP BY name HAVING count(*) > 1;
CREATE VIEW app.v_group2 AS SELECT lower(name) AS l, date_trunc('day', made) AS d, max(id) FROM app.account GROUP BY lower(name), date_trunc('day', made);
CREATE VIEW app.v_grouping AS SELECT feels, active, grouping(feels, active) AS g, count(*) FROM app.account GROUP BY GROUPING SETS ((feels), (active), ()), ROLLUP (feels);
CREATE VIEW app.v_cube AS SELECT feels, active, count(*) FROM app.account GROUP BY CUBE (feels, active);
CREATE VIEW app.v_distinct AS SELECT DISTINCT ON (name) name, id FROM app.account ORDER BY name, id DESC;
CREATE VIEW app.v_join AS SELECT a.id, i.sku FROM app.account a JOIN app.item i ON i.account_id = a.id LEFT JOIN app.item j ON j.id = i.id AND j.qty > 0;
CREATE VIEW app.v_using AS SELECT id, sku, name FROM app.account JOIN app.item USING (id);
CREATE VIEW app.v_natural AS SELECT * FROM (SELECT id, sku FROM app.item) x NATURAL JOIN (SELECT id, qty FROM app.item) y;
CREATE VIEW app.v_full AS SELECT a.id, i.id AS i FROM app.account a FULL JOIN app.item i ON a.id = i.account_id CROSS JOIN app.log;
CREATE VIEW app.v_cross AS SELECT a.id, i.id AS i FROM app.account a, app.item i WHERE a.id = i.account_id;
CREATE VIEW app.v_lateral AS SELECT a.id, l.n FROM app.account a, LATERAL (SELECT count(*) AS n FROM app.item i WHERE i.account_id = a.id) l;
CREATE VIEW app.v_sub AS SELECT id, (SELECT max(qty) FROM app.item WHERE account_id = account.id) AS m FROM app.account WHERE EXISTS (SELECT 1 FROM app.item WHERE item.account_id = account.id) AND id IN (SELECT account_id FROM app.item) AND id NOT IN (SELECT 1) AND id > ALL (SELECT 0) AND id = ANY (ARRAY[1, 2]);
CREATE VIEW app.v_subfrom AS SELECT s.n FROM (SELECT count(*) AS n FROM app.item) s;
CREATE VIEW app.v_arraysub AS SELECT ARRAY(SELECT sku FROM app.item ORDER BY sku) AS skus;
CREATE VIEW app.v_cte AS WITH x AS (SELECT id, name FROM app.account), y AS MATERIALIZED (SELECT id FROM x) SELECT y.id FROM y;
CREATE VIEW app.v_rec AS WITH RECURSIVE t(n, p) AS (SELECT id, parent FROM app.account WHERE parent IS NULL UNION ALL SELECT a.id, a.parent FROM app.account a JOIN t ON t.n = a.parent) SELECT n, p FROM t;
CREATE VIEW app.v_union AS SELECT id::bigint AS id FROM app.item UNION SELECT id FROM app.account UNION ALL SELECT 1 ORDER BY 1;
CREATE VIEW app.v_intersect AS (SELECT id FROM app.item INTERSECT SELECT qty FROM app.item) EXCEPT ALL SELECT 3 LIMIT 5;
CREATE VIEW app.v_values AS VALUES (1, 'a'), (2, 'b');
CREATE VIEW app.v_values2 AS SELECT column1, t.b FROM (VALUES (1, 'a'), (2, 'b')) AS t(column1, b) WHERE column1 > 1;
CREATE VIEW app.v_const2 AS SELECT 1 AS one, 'a' AS t, NULL AS n, 1.5 AS d, -1 AS m, - 1.5 AS m2, 'sad'::app.mood AS k, true AS b, '1 day'::interval AS i, 12345678901 AS big, 1e10 AS e, E'a\nb\\c' AS esc, B'101' AS bits, '\xff'::bytea AS by;
CREATE VIEW app.v_case AS SELECT CASE WHEN amount > 10 THEN 'high' WHEN amount IS NULL THEN 'none' ELSE 'low' END AS c, CASE feels WHEN 'sad' THEN 1 ELSE 2 END AS f, COALESCE(name, 'x') AS n, NULLIF(name, '') AS z, GREATEST(id, 1) AS g, LEAST(id, parent) AS l FROM app.account;
CREATE VIEW app.v_cast AS SELECT id::integer AS i, CAST(amount AS text) AS t, made::date AS d, name::varchar(10) AS v, doc::text AS j, amount::numeric(10,1) AS n, '{1,2}'::int[] AS a, feels::text AS m, flags::int AS f FROM app.account;
CREATE VIEW app.v_ops AS SELECT amount + 1 AS a, amount * -1 AS b, - amount AS c, @ amount AS d, 2 ^ 3 AS e, 7 % 3 AS f, name || 'x' AS g, amount BETWEEN 1 AND 2 AS h, name LIKE 'a%' AS i, name NOT LIKE 'a' AS j, name ILIKE 'A' AS k, name ~ 'x' AS l, name !~* 'x' AS m, name SIMILAR TO 'a%' AS n, id IN (1, 2, 3) AS o, name NOT IN ('a', 'b') AS p, active AND NOT active OR active AS q, active IS TRUE AS r, active IS NOT UNKNOWN AS s, name IS DISTINCT FROM 'x' AS t, name IS NOT DISTINCT FROM email AS u, amount <> 1 AS v, doc -> 'a' ->> 'b' AS w, doc #>> '{a,b}' AS x, doc @> '{"a": 1}' AS y, doc ? 'k' AS z FROM app.account;
CREATE VIEW app.v_ops2 AS SELECT tags[1] AS a, tags[1:2] AS b, (pair).a AS c, (app.account.pair).b AS d, ARRAY[1, 2] AS e, ROW(1, 'a')::text AS f, (1, 2) = (3, 4) AS g, (id, parent) < (1, 2) AS h, ip << '10.0.0.0/8' AS i, valid && daterange('2020-01-01', '2021-01-01') AS j, name COLLATE "C" AS k, name < 'a' COLLATE "C" AS l, 1 = ANY (ARRAY[1]) AS m, tags && ARRAY['a'] AS n, array[[1,2],[3,4]] AS o, 1 OPERATOR(pg_catalog.+) 2 AS p FROM app.account;
CREATE VIEW app.v_funcs AS SELECT lower(name) AS a, substring(name, 1, 2) AS b, length(name) AS c, round(amount, 1) AS d, to_char(made, 'YYYY') AS e, now() AS f, CURRENT_DATE AS g, CURRENT_TIMESTAMP AS h, CURRENT_USER AS i, SESSION_USER AS j, LOCALTIME AS k, CURRENT_TIMESTAMP(3) AS l, LOCALTIMESTAMP(0) AS m, CURRENT_SCHEMA AS n, CURRENT_CATALOG AS o, USER AS p, CURRENT_ROLE AS q, current_setting('app.x', true) AS r, gen_random_uuid() AS s, format('%s', VARIADIC tags) AS t, concat_ws(',', name, email) AS u, string_agg(name, ',') OVER () AS v FROM app.account;
CREATE VIEW app.v_sqlfuncs_extract AS SELECT EXTRACT(year FROM made) AS a, EXTRACT(epoch FROM now() - made) AS b, date_part('month', made) AS c, EXTRACT(dow FROM born)::integer AS d FROM app.account;
CREATE VIEW app.v_extract_cmp AS SELECT EXTRACT(year FROM made) > 2020 AS a, EXTRACT(year FROM made) + 1 AS b, EXTRACT(year FROM made) * 1.5 AS c, EXTRACT(month FROM made) IN (1, 2) AS d, EXTRACT(year FROM made) = EXTRACT(year FROM now()) AS e FROM app.account;
CREATE VIEW app.v_substring AS SELECT substring(name FROM 1 FOR 2) AS a, substring(name FROM 2) AS b, substring(name FOR 3) AS c, substring(name FROM 'a.c') AS d, substring(name, 2) AS e FROM app.account;
CREATE VIEW app.v_substring2 AS SELECT substring(name FROM 'a#"c#"d' FOR '#') AS a FROM app.account;
CREATE VIEW app.v_trim AS SELECT trim(name) AS a, trim(both 'x' FROM name) AS b, trim(leading FROM name) AS c, trim(trailing 'y' FROM name) AS d, btrim(name) AS e, ltrim(name, 'x') AS f FROM app.account;
CREATE VIEW app.v_position AS SELECT position('a' IN name) AS a, strpos(name, 'a') AS b, overlay(name placing 'x' FROM 2 FOR 1) AS c, overlay(name placing 'x' FROM 2) AS d FROM app.account;
CREATE VIEW app.v_zone AS SELECT made AT TIME ZONE 'UTC' AS a, at AT TIME ZONE 'Europe/Berlin' AS b, timezone('UTC', made) AS c, made AT TIME ZONE INTERVAL '1 hour' AS d, CURRENT_TIME AT TIME ZONE 'UTC' AS e FROM app.account;
CREATE VIEW app.v_overlaps AS SELECT (born, born + 1) OVERLAPS (born, born + 2) AS a, (made, spent) OVERLAPS (made, spent) AS b FROM app.account;
CREATE VIEW app.v_normal AS SELECT normalize(name) AS a, normalize(name, NFD) AS b, name IS NORMALIZED AS c, name IS NFC NORMALIZED AS d, name IS NOT NFKD NORMALIZED AS e FROM app.account;
CREATE VIEW app.v_collfor AS SELECT COLLATION FOR (name) AS a, pg_collation_for(name) AS b FROM app.account;
CREATE VIEW app.v_xml AS SELECT xmlelement(name a, xmlattributes(name AS b), 'c') AS a, xmlforest(name, id AS i) AS b, xmlparse(content '<a/>') AS c, xmlserialize(content x AS text) AS d, xmlconcat(x, x) AS e, xmlpi(name php, 'x') AS f, xmlroot(x, version '1.0') AS g, x IS DOCUMENT AS h FROM app.account;
CREATE VIEW app.v_xmlexists AS SELECT xmlexists('//a' PASSING BY VALUE x) AS a FROM app.account;
CREATE VIEW app.v_xmltable AS SELECT t.* FROM app.account, XMLTABLE('//r' PASSING x COLUMNS id integer PATH '@id' NOT NULL, n text DEFAULT 'x', o FOR ORDINALITY) AS t;
CREATE VIEW app.v_srf AS SELECT g.n, u.e, u.o FROM generate_series(1, 3) AS g(n), unnest(ARRAY['a']) WITH ORDINALITY AS u(e, o);
CREATE VIEW app.v_srf1 AS SELECT n FROM generate_series(1, 3) AS g(n);
CREATE VIEW app.v_srf2 AS SELECT generate_series FROM generate_series(1, 3);
CREATE VIEW app.v_rowsfrom AS SELECT a, b FROM ROWS FROM (generate_series(1, 2), unnest(ARRAY['x'])) AS t(a, b);
CREATE VIEW app.v_record AS SELECT r.a FROM jsonb_to_record('{"a":1}') AS r(a integer, b app.mood);
CREATE VIEW app.v_tsrf AS SELECT id, unnest(tags) AS tag FROM app.account;
CREATE VIEW app.v_window AS SELECT id, row_number() OVER w AS r, sum(amount) OVER (w ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS s, lag(amount) OVER (ORDER BY id) AS l, first_value(id) OVER (PARTITION BY name ORDER BY id RANGE UNBOUNDED PRECEDING EXCLUDE TIES) AS f, avg(amount) OVER (ORDER BY id GROUPS 2 PRECEDING) AS g FROM app.account WINDOW w AS (PARTITION BY feels ORDER BY id DESC);
CREATE VIEW app.v_agg AS SELECT array_agg(name ORDER BY id DESC) AS a, string_agg(DISTINCT name, ',' ORDER BY name) AS b, percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) AS c, mode() WITHIN GROUP (ORDER BY name) AS d, jsonb_object_agg(name, id) AS e, json_agg(account) AS f, bool_and(active) AS g, count(DISTINCT feels) AS h FROM app.account;
CREATE VIEW app.v_sample AS SELECT id FROM app.account TABLESAMPLE bernoulli (10) REPEATABLE (1);
CREATE VIEW app.v_only AS SELECT id FROM ONLY app.account;
CREATE VIEW app.v_lock AS SELECT id FROM app.account WHERE active FOR UPDATE SKIP LOCKED;
CREATE VIEW app.v_names AS SELECT "Mixed Case", "user", "select", "json", "json_scalar", "system_user", "merge_action" FROM app.account;
CREATE VIEW app.v_names2 AS SELECT a."Mixed Case", a."user", a."json", i.sku FROM app.account a, app.item i;
CREATE VIEW app.v_cols(x, y) AS SELECT id, name FROM app.account;
CREATE VIEW app.v_renamed AS SELECT t.x, t.z FROM (SELECT id, name FROM app.account) AS t(x, z);
CREATE VIEW app.v_colalias AS SELECT p, q FROM app.log AS l(p) CROSS JOIN app.log AS m(q);
CREATE VIEW app.v_onetablealias AS SELECT p FROM app.log AS l(p) WHERE p <> '';
CREATE VIEW app.v_catalog AS SELECT relname, relkind, oid::regclass AS r FROM pg_class WHERE relnamespace = 'app'::regnamespace;
CREATE VIEW app.v_view AS SELECT id FROM app.v_simple;
CREATE VIEW app.v_nested AS SELECT id FROM (SELECT id FROM (SELECT id FROM app.account WHERE active) a WHERE id > 1) b;
CREATE VIEW app.v_check WITH (security_barrier) AS SELECT id, name FROM app.account WHERE active WITH LOCAL CHECK OPTION;
CREATE VIEW app.v_empty AS SELECT;
CREATE VIEW app.v_nextval AS SELECT nextval('app.account_id_seq') AS a, 'app.account'::regclass AS b, 'lower(text)'::regprocedure AS c;
CREATE VIEW app.v_noname AS SELECT id + 1, lower(name), count(*) OVER (), CASE WHEN active THEN 1 END FROM app.account LIMIT ALL;
CREATE VIEW app.v_dup AS SELECT a.account_id AS id, b.account_id AS bid FROM app.item a JOIN app.item b ON a.id = b.id JOIN app.account ON account.id = b.account_id;
CREATE VIEW app.v_same AS SELECT account.account FROM (SELECT name AS account FROM app.account) account;
CREATE VIEW app.v_subonly AS SELECT (SELECT 1) AS a, (SELECT name FROM app.account LIMIT 1) AS b;
CREATE VIEW app.v_unionsub AS SELECT x.id FROM (SELECT id FROM app.account UNION SELECT qty FROM app.item) x;
CREATE VIEW app.v_exists1 AS SELECT 1 AS one WHERE EXISTS (SELECT FROM app.item);
CREATE VIEW app.v_corr AS SELECT name FROM app.account o WHERE amount > (SELECT avg(i.amount) FROM app.account i WHERE i.feels = o.feels);
CREATE VIEW app.v_between AS SELECT id FROM app.account WHERE made >= now() - INTERVAL '30 days' AND made BETWEEN SYMMETRIC '2020-01-01' AND '2021-01-01' AND (amount > 1 OR (amount < 0 AND NOT active)) AND ((1 + 2) * 3) = 9;
CREATE VIEW app.v_anyarr AS SELECT id FROM app.account WHERE email = ANY (tags) AND name LIKE ANY (ARRAY['a%', 'b%']) AND id <> ALL ('{1,2}'::bigint[]);
CREATE VIEW app.v_jsonfun AS SELECT json_build_object('a', id) AS a, jsonb_path_query(doc, '$.a') AS b, to_jsonb(a) AS c, row_to_json(a) AS d, doc ->> 'x' AS e, jsonb_set(doc, '{a}', '1') AS f FROM app.account a;
CREATE VIEW app.v_arrfun AS SELECT array_append(tags, 'x') AS a, array_cat(tags, tags) AS b, tags || 'x'::text AS c, array_position(tags, 'x') AS d, width_bucket(1, ARRAY[1,2]) AS e, array_remove(tags, 'y') AS f, array_to_string(tags, ',') AS g FROM app.account;
CREATE VIEW app.v_pow AS SELECT 2::numeric ^ 2 AS a, power(2, 3) AS b, |/ 4.0 AS c, 1 # 2 AS d, ~1 AS e, 1 << 2 AS f, -(-1) AS g, +1 AS h, 5 - -3 AS i FROM app.account;
CREATE VIEW app.v_date AS SELECT date '2020-01-01' AS a, timestamp '2020-01-01 10:00' AS b, time '10:00' AS c, interval '1' year AS d, age(born) AS e, born + 1 AS f, made + interval '1 day' AS g, make_date(2020, 1, 1) AS h, interval(3) '1.12345 sec' AS i, at::time(2) AS j, made::timestamp(0) AS k FROM app.account;
CREATE VIEW app.v_inhstar AS SELECT a.* FROM app.item a;
CREATE MATERIALIZED VIEW app.m_simple AS SELECT id, name FROM app.account WHERE active;
CREATE MATERIALIZED VIEW app.m_join AS SELECT a.name, count(*) AS n FROM app.account a JOIN app.item i ON i.account_id = a.id GROUP BY a.name;
ALTER TABLE app.item ADD CONSTRAINT c_qty CHECK (qty > 0), ADD CONSTRAINT c_multi CHECK (qty > 0 AND price >= 0 OR sku IS NULL), ADD CONSTRAINT c_in CHECK (kind IN ('a', 'b')), ADD CONSTRAINT c_between CHECK (qty BETWEEN 1 AND 10), ADD CONSTRAINT c_like CHECK (sku LIKE 'A%' AND sku !~ '[0-9]'), ADD CONSTRAINT c_date CHECK (made > '2020-01-01 00:00:00+00'::timestamptz), ADD CONSTRAINT c_func CHECK (length(trim(both from sku)) > 0), ADD CONSTRAINT c_sub CHECK (substring(sku from 1 for 2) = 'AB'), ADD CONSTRAINT c_extract CHECK (EXTRACT(year FROM made AT TIME ZONE 'UTC') >= 2000), ADD CONSTRAINT c_noinh CHECK (price < 100) NO INHERIT, ADD CONSTRAINT c_nv CHECK (qty <> 5) NOT VALID, ADD CONSTRAINT c_case CHECK (CASE WHEN qty IS NULL THEN true ELSE qty > 1 END), ADD CONSTRAINT c_row CHECK ((qty, id) <> (1, 2)), ADD CONSTRAINT c_cast CHECK (sku::text <> ''::text), ADD CONSTRAINT c_arr CHECK (sku = ANY (ARRAY['a'::text, 'b'])), ADD CONSTRAINT c_whole CHECK (item IS NOT NULL), ADD CONSTRAINT c_json CHECK (note IS NULL OR note::jsonb ? 'x'), ADD CONSTRAINT c_null CHECK (num_nonnulls(qty, price) = 1);
ALTER TABLE app.item ADD CONSTRAINT u_sku UNIQUE (sku) INCLUDE (qty) DEFERRABLE INITIALLY DEFERRED, ADD CONSTRAINT f_self FOREIGN KEY (qty) REFERENCES app.item (id) MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL NOT VALID;
ALTER TABLE app.account ADD CONSTRAINT x_valid EXCLUDE USING gist (valid WITH &&) WHERE (active), ADD CONSTRAINT x_expr EXCLUDE (lower(name) WITH =) DEFERRABLE;
ALTER DOMAIN app.positive ADD CONSTRAINT small CHECK (VALUE < 1000) NOT VALID;
CREATE INDEX i_plain ON app.item (sku DESC NULLS LAST, qty) INCLUDE (price) WHERE qty > 0 AND sku IS NOT NULL;
CREATE INDEX i_expr ON app.item (lower(sku), (qty + 1), (price::integer));
CREATE UNIQUE INDEX i_coll ON app.account (name COLLATE "C" text_pattern_ops, email varchar_pattern_ops);
CREATE INDEX i_gin ON app.account USING gin (doc jsonb_path_ops, tags) WITH (fastupdate = off);
CREATE INDEX i_gist ON app.account USING gist (valid range_ops);
CREATE INDEX i_brin ON app.account USING brin (made) WITH (pages_per_range = 32);
CREATE INDEX i_hash ON app.account USING hash (name);
CREATE INDEX i_extract ON app.account ((EXTRACT(year FROM born)));
CREATE INDEX i_part ON app.event (at, lower(kind));
CREATE INDEX i_only ON ONLY app.event (account_id);
CREATE INDEX i_case ON app.account ((CASE WHEN active THEN name END), ((doc ->> 'a')), date_trunc('day', at), (at AT TIME ZONE 'UTC'));
CREATE INDEX i_sub ON app.account (substring(name from 1 for 3), ("Mixed Case" || 'x'), "json");
CREATE INDEX i_fts ON app.account USING gin (to_tsvector('english', coalesce(name, '') || ' ' || email));
CREATE STATISTICS app.s_plain (dependencies, ndistinct) ON sku, qty FROM app.item;
ALTER TABLE app.account ENABLE ROW LEVEL SECURITY;
CREATE POLICY p_user ON app.account USING (name = current_user);
CREATE POLICY p_sub ON app.account FOR SELECT USING (id IN (SELECT account_id FROM app.item WHERE qty > 0));
CREATE POLICY p_exists ON app.account FOR UPDATE USING (EXISTS (SELECT 1 FROM app.item i WHERE i.account_id = account.id AND i.sku = account.name)) WITH CHECK (active AND name <> '');
CREATE POLICY p_setting ON app.account FOR INSERT WITH CHECK (parent = current_setting('app.tenant', true)::bigint OR (SELECT count(*) FROM app.log) > 0);
CREATE POLICY p_scalar ON app.account FOR DELETE USING (((SELECT current_setting('jwt', true)::jsonb) ->> 'sub') = name);
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION app.args(a integer, b text DEFAULT 'x''y', c timestamptz DEFAULT now(), d app.mood DEFAULT 'sad', VARIADIC e text[] DEFAULT ARRAY['a', 'b']) RETURNS SETOF app.account LANGUAGE sql AS 'SELECT * FROM app.account';
CREATE FUNCTION app.tab(a integer DEFAULT (1 + 2) * 3, b numeric DEFAULT -1.5, c date DEFAULT CURRENT_DATE) RETURNS TABLE (x integer, y app.pair) LANGUAGE sql AS 'SELECT 1, NULL::app.pair';
CREATE FUNCTION app.outs(IN a integer, OUT b integer, INOUT c text) LANGUAGE sql AS 'SELECT 1, c';
CREATE PROCEDURE app.proc(a integer, INOUT b text DEFAULT 'q') LANGUAGE plpgsql AS 'BEGIN b := 1; END';
CREATE FUNCTION app.poly(anyelement, VARIADIC anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION app.lower(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE VIEW app.v_ownfun AS SELECT app.lower(name) AS l, lower(name) AS m FROM app.account;
CREATE VIEW app.v_appalias AS SELECT app.name, app.lower(app.name) AS l, NULL::app.mood AS m FROM app.account app;
CREATE TRIGGER t_plain BEFORE INSERT OR UPDATE OF sku, qty ON app.item FOR EACH ROW WHEN (NEW.qty > 0 AND NEW.sku IS NOT NULL) EXECUTE FUNCTION app.touch();
CREATE TRIGGER t_old AFTER UPDATE ON app.item FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION app.touch('a', 'b''c');
CREATE TRIGGER t_trans AFTER UPDATE ON app.item REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION app.touch();
CREATE TRIGGER t_view INSTEAD OF DELETE ON app.v_simple FOR EACH ROW EXECUTE PROCEDURE app.touch();
CREATE CONSTRAINT TRIGGER t_con AFTER INSERT ON app.item FROM app.account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER t_trunc BEFORE TRUNCATE ON app.item EXECUTE FUNCTION app.touch();
CREATE TRIGGER t_extract BEFORE UPDATE ON app.item FOR EACH ROW WHEN (EXTRACT(year FROM NEW.made) > EXTRACT(year FROM OLD.made)) EXECUTE FUNCTION app.touch();
CREATE RULE r_log AS ON INSERT TO app.v_simple DO INSTEAD INSERT INTO app.log VALUES (NEW.name);
CREATE RULE r_upd AS ON UPDATE TO app.v_simple DO INSTEAD UPDATE app.account SET name = NEW.name WHERE id = OLD.id;
CREATE RULE r_del AS ON DELETE TO app.v_alias WHERE OLD.id > 10 DO INSTEAD (DELETE FROM app.account WHERE id = OLD.id; INSERT INTO app.log SELECT name FROM app.account WHERE id = OLD.id);
CREATE RULE r_nothing AS ON DELETE TO app.log DO INSTEAD NOTHING;
CREATE RULE r_also AS ON UPDATE TO app.log WHERE NEW.what <> OLD.what DO ALSO INSERT INTO app.item (id, account_id, sku) VALUES (1, 2, OLD.what) ON CONFLICT (id) DO UPDATE SET sku = EXCLUDED.sku WHERE item.qty > 0;
CREATE RULE r_ret AS ON INSERT TO app.v_alias DO INSTEAD INSERT INTO app.account (name) VALUES (NEW.n) RETURNING id, name;
CREATE RULE r_sel AS ON INSERT TO app.log DO ALSO SELECT name FROM app.account WHERE active;
CREATE RULE r_cte AS ON UPDATE TO app.v_alias DO INSTEAD WITH x AS (SELECT id FROM app.account) UPDATE app.item SET qty = 1, (sku, note) = (SELECT 'a', 'b') FROM x WHERE item.id = x.id;
CREATE FUNCTION app.f_return(a integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + 2; -- since 14
CREATE FUNCTION app.f_returnsub(a integer) RETURNS bigint LANGUAGE sql STABLE RETURN (SELECT count(*) FROM app.item WHERE qty > a); -- since 14
CREATE FUNCTION app.f_atomic(a integer) RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC INSERT INTO app.log VALUES (a::text); UPDATE app.item SET qty = a WHERE id = a; DELETE FROM app.item WHERE id = f_atomic.a AND item.sku = ''; SELECT name FROM app.account WHERE account.id = f_atomic.a ORDER BY name; END; -- since 14
CREATE FUNCTION app.f_atomic2() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM app.item; END; -- since 14
CREATE FUNCTION app.f_join() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT a.id FROM app.account a JOIN app.item i ON i.account_id = a.id WHERE i.qty > 1; END; -- since 14
CREATE FUNCTION app.f_noargs() RETURNS TABLE (n text) LANGUAGE sql BEGIN ATOMIC SELECT a.name FROM app.account a; SELECT name FROM app.account UNION SELECT sku FROM app.item; END; -- since 14
CREATE PROCEDURE app.f_empty() LANGUAGE sql BEGIN ATOMIC END; -- since 14
CREATE FUNCTION app.f_sqlfun(x timestamptz, t text) RETURNS text LANGUAGE sql RETURN (EXTRACT(year FROM x))::text || trim(t) || substring(t from 1 for 2); -- since 14
CREATE STATISTICS app.s_expr ON (lower(sku)), qty FROM app.item; -- since 14
CREATE STATISTICS app.s_expr1 ON (price + 1) FROM app.item; -- since 14
CREATE VIEW app.v_joinalias AS SELECT x.id FROM app.account JOIN app.item USING (id) AS x; -- since 14
CREATE VIEW app.v_groupdist AS SELECT feels, active, count(*) FROM app.account GROUP BY DISTINCT ROLLUP (feels), CUBE (active); -- since 14
CREATE VIEW app.v_cycle AS WITH RECURSIVE t(n) AS (SELECT id FROM app.account UNION ALL SELECT a.id FROM app.account a JOIN t ON t.n = a.parent) SEARCH DEPTH FIRST BY n SET ord CYCLE n SET cyc USING pat SELECT n, cyc FROM t; -- since 14
CREATE VIEW app.v_subscript AS SELECT doc['a'] AS a, doc['b']['c'] AS b FROM app.account; -- since 14
CREATE VIEW app.v_splitneg AS SELECT split_part(name, ',', -1) AS a, extract(century from born) AS b, date_bin('15 minutes', made, '2020-01-01') AS c FROM app.account; -- since 14
CREATE VIEW app.v_similar AS SELECT substring(name SIMILAR 'a#"c#"d' ESCAPE '#') AS a FROM app.account; -- since 14
CREATE TABLE app.nnd (a integer, b integer GENERATED ALWAYS AS IDENTITY, UNIQUE NULLS NOT DISTINCT (a)); -- since 15
CREATE UNIQUE INDEX i_nnd ON app.nnd (a, b) NULLS NOT DISTINCT; -- since 15
CREATE TABLE app.fkset (a integer, b integer, p integer, q integer, PRIMARY KEY (a, b), FOREIGN KEY (p, q) REFERENCES app.fkset (a, b) ON DELETE SET NULL (q)); -- since 15
CREATE VIEW app.v_inv WITH (security_invoker = true) AS SELECT a FROM app.nnd; -- since 15
CREATE FUNCTION app.f_merge() RETURNS void LANGUAGE sql BEGIN ATOMIC MERGE INTO app.nnd n USING app.item i ON n.a = i.id WHEN MATCHED AND i.qty > 0 THEN UPDATE SET a = i.qty WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT (a) VALUES (i.id); END; -- since 15
CREATE VIEW app.v_json AS SELECT json_array(1, 2) AS a, json_object('a': 1) AS b, name IS JSON AS c, json_arrayagg(id) AS d FROM app.account GROUP BY name; -- since 16
CREATE VIEW app.v_systemuser AS SELECT SYSTEM_USER AS u, any_value(id) AS v FROM app.account; -- since 16
CREATE VIEW app.v_uescape AS SELECT 0x1F AS a, 1_000 AS b FROM app.log; -- since 16
CREATE VIEW app.v_jt AS SELECT jt.* FROM app.account, JSON_TABLE(doc, '$.a[*]' COLUMNS (id integer PATH '$.id', n text DEFAULT 'x' ON EMPTY)) AS jt; -- since 17
CREATE VIEW app.v_jq AS SELECT JSON_VALUE(doc, '$.a' RETURNING integer) AS a, JSON_QUERY(doc, '$.b') AS b, JSON_EXISTS(doc, '$.c') AS c FROM app.account; -- since 17
CREATE VIEW app.v_local AS SELECT made AT LOCAL AS a FROM app.account; -- since 17
