-- What production and staging have alike. Runs first, on an empty server; then production.sql or staging.sql.
-- Plain SQL, one multi-statement script, deterministic: no clock, no random values. See README.md.

-- 1. Roles and schemas as Supabase makes them ------------------------------------------------------------------

create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role authenticator nologin noinherit;
create role supabase_admin nologin bypassrls createrole createdb replication;
grant anon, authenticated, service_role to authenticator;

create schema extensions;
create schema graphql;
create schema graphql_public;
create schema vault;
create schema auth;
create schema storage;
create schema realtime;
create schema supabase_migrations;

grant usage on schema public to anon, authenticated, service_role;
grant usage on schema extensions, auth, storage, realtime, graphql_public to anon, authenticated, service_role;
grant all on schema auth, storage, realtime, extensions to supabase_admin;
grant usage on schema vault to service_role;

alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema storage grant all on tables to anon, authenticated, service_role;
alter default privileges in schema auth grant all on tables to supabase_admin;

create extension "uuid-ossp" schema extensions version '1.1';
create extension pgcrypto schema extensions version '1.3';
create extension pg_stat_statements schema extensions version '1.11';
create extension pg_graphql schema graphql version '1.5.11';
create extension supabase_vault schema vault version '0.3.1';
create extension pg_cron version '1.6.4';

-- 2. The services' own tables, small -------------------------------------------------------------------------

create type auth.aal_level as enum ('aal1', 'aal2', 'aal3');

create table auth.users (
  instance_id uuid,
  id uuid primary key,
  aud varchar(255),
  role varchar(255),
  email varchar(255),
  encrypted_password varchar(255),
  email_confirmed_at timestamptz,
  last_sign_in_at timestamptz,
  raw_app_meta_data jsonb,
  raw_user_meta_data jsonb,
  phone text default null,
  is_sso_user boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz,
  updated_at timestamptz,
  constraint users_phone_key unique (phone)
);
comment on table auth.users is 'Auth: Stores user login data within a secure schema.';
create unique index users_email_partial_key on auth.users (email) where is_sso_user = false;

create table auth.sessions (
  id uuid primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  aal auth.aal_level,
  not_after timestamptz,
  user_agent text,
  ip inet,
  created_at timestamptz,
  updated_at timestamptz
);
create index sessions_user_id_idx on auth.sessions (user_id);
create index sessions_not_after_idx on auth.sessions (not_after desc);

create table auth.refresh_tokens (
  instance_id uuid,
  id bigserial primary key,
  token varchar(255) unique,
  user_id varchar(255),
  revoked boolean,
  parent varchar(255),
  session_id uuid references auth.sessions (id) on delete cascade,
  created_at timestamptz,
  updated_at timestamptz
);
create index refresh_tokens_session_id_revoked_idx on auth.refresh_tokens (session_id, revoked);

create table auth.identities (
  id uuid primary key,
  provider_id text not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  identity_data jsonb not null,
  provider text not null,
  email text generated always as (lower(identity_data ->> 'email')) stored,
  created_at timestamptz,
  updated_at timestamptz,
  constraint identities_provider_id_provider_unique unique (provider_id, provider)
);

create table auth.audit_log_entries (
  instance_id uuid,
  id uuid primary key,
  payload json,
  ip_address varchar(64) not null default '',
  created_at timestamptz
);
create index audit_logs_instance_id_idx on auth.audit_log_entries (instance_id);

create table auth.schema_migrations (version varchar(255) primary key);
insert into auth.schema_migrations values
  ('20171026211738'), ('20210710035447'), ('20220811173540'), ('20230818113222'), ('20240729123726'), ('20250717082212');

create function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
$$;
create function auth.uid() returns uuid language sql stable as $$
  select nullif(coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb ->> 'sub', '')::uuid
$$;
create function auth.role() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb ->> 'role'
$$;
create function auth.email() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb ->> 'email'
$$;

-- The enum storage.buckettype and the column buckets.type: production.sql and staging.sql, where its labels differ.
create table storage.buckets (
  id text primary key,
  name text not null unique,
  owner uuid,
  public boolean default false,
  file_size_limit bigint,
  allowed_mime_types text[],
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);
create table storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text references storage.buckets (id),
  name text,
  owner uuid,
  metadata jsonb,
  path_tokens text[] generated always as (string_to_array(name, '/')) stored,
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  constraint objects_bucket_id_name_key unique (bucket_id, name)
);
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
create table storage.migrations (
  id integer primary key,
  name varchar(100) not null unique,
  hash varchar(40) not null,
  executed_at timestamp default current_timestamp
);
insert into storage.migrations
select i, 'storage-migration-' || i, md5('storage-migration-' || i), timestamp '2025-08-04 08:00' + make_interval(days => i)
from generate_series(0, 39) as i;

create function storage.filename(name text) returns text language sql immutable as $$
  select (string_to_array(name, '/'))[array_length(string_to_array(name, '/'), 1)]
$$;
create function storage.foldername(name text) returns text[] language sql immutable as $$
  select (string_to_array(name, '/'))[1 : array_length(string_to_array(name, '/'), 1) - 1]
$$;

create table realtime.schema_migrations (version bigint primary key, inserted_at timestamp(0));
insert into realtime.schema_migrations values
  (20211116024918, '2025-08-04 08:00:00'), (20240523004032, '2025-08-04 08:00:00'), (20250714121412, '2025-08-04 08:00:00');
create type realtime.action as enum ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'ERROR');
create table realtime.messages (
  id uuid not null default gen_random_uuid(),
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  inserted_at timestamp not null default now(),
  updated_at timestamp not null default now(),
  primary key (id, inserted_at)
);
alter table realtime.messages enable row level security;

create function graphql_public.graphql(
  "operationName" text default null, query text default null, variables jsonb default null, extensions jsonb default null
) returns jsonb language sql as $$
  select graphql.resolve(query := query, variables := coalesce(variables, '{}'), "operationName" := "operationName", extensions := extensions)
$$;
grant execute on function graphql_public.graphql to anon, authenticated, service_role;

create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
create table supabase_migrations.seed_files (path text primary key, hash text not null);
insert into supabase_migrations.seed_files values ('supabase/seed.sql', md5('supabase/seed.sql'));

-- The eleven migrations that both environments have applied.
insert into supabase_migrations.schema_migrations (version, name, statements) values
  ('20250804081512', 'initial_schema', array['create type public.app_role as enum (''viewer'', ''manager'', ''admin'')', 'create table public.profiles (...)']),
  ('20250804082230', 'client_and_agent_tables', array['create table public.clients (...)', 'create table public.agents (...)', 'create table public.leads (...)']),
  ('20250811141907', 'user_client_permissions', array['create table public.user_client_permissions (...)', 'create function public.user_has_client_access(uuid) ...']),
  ('20250818093044', 'agent_calls_table', array['create table public.agent_calls (...)', 'create trigger agent_calls_compute_cost ...']),
  ('20250825074418', 'agent_sms_table', array['create table public.agent_sms (...)']),
  ('20250902101233', 'rls_policies', array['alter table public.agent_calls enable row level security', 'create policy agent_calls_select on public.agent_calls ...']),
  ('20250915133541', 'kpi_functions', array['create function public.get_kpi_metrics(uuid, date, date) ...', 'create function public.get_chart_data(uuid, text, date, date) ...']),
  ('20250929085627', 'arthur_dashboard', array['create view public.v_arthur_calls_daily as ...', 'create function public.get_arthur_kpi_metrics(uuid, date, date) ...']),
  ('20251008152210', 'financial_views', array['create view public.v_financial_metrics_enriched as ...', 'create function public.get_financial_timeseries(uuid, date, date) ...']),
  ('20251020094815', 'unified_communications_view', array['create view public.v_agent_communications_unified as ...']),
  ('20251103110358', 'latency_metrics', array['create view public.v_call_latency_daily as ...', 'create function public.get_latency_metrics(uuid, date, date) ...']);

-- 3. The user's own types and tables -------------------------------------------------------------------------

create type public.app_role as enum ('viewer', 'manager', 'admin');
create type public.permission_level as enum ('read', 'write', 'admin');
create type public.lead_status as enum ('new', 'contacted', 'qualified', 'appointment_booked', 'won', 'lost');
create type public.call_outcome as enum ('no_answer', 'voicemail', 'refused', 'callback', 'appointment', 'transferred');

create table public.clients (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  slug text not null unique,
  industry text,
  timezone text not null default 'Europe/Paris',
  monthly_retainer numeric(12, 2) not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint clients_slug_check check (slug ~ '^[a-z0-9-]+$'),
  constraint clients_monthly_retainer_check check (monthly_retainer >= 0)
);
comment on table public.clients is 'Companies whose leads the agents call';

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  email text not null,
  full_name text,
  role public.app_role not null default 'viewer',
  avatar_url text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.user_client_permissions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  client_id uuid not null references public.clients (id) on delete cascade,
  permission public.permission_level not null default 'read',
  granted_by uuid references public.profiles (id) on delete set null,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  constraint user_client_permissions_user_client_key unique (user_id, client_id),
  constraint user_client_permissions_revoked_check check (revoked_at is null or revoked_at >= granted_at)
);
comment on column public.user_client_permissions.revoked_at is 'Access ends here; a revoked row is kept for the audit';

create table public.agent_types (
  code text primary key,
  label text not null,
  channel text not null,
  sort_order smallint not null default 0,
  constraint agent_types_channel_check check (channel in ('call', 'sms', 'email'))
);

create table public.agents (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null references public.clients (id) on delete cascade,
  agent_type text not null references public.agent_types (code),
  name text not null,
  phone_number text,
  status text not null default 'active',
  config jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint agents_client_id_name_key unique (client_id, name),
  constraint agents_status_check check (status in ('active', 'paused', 'archived'))
);

create table public.leads (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null references public.clients (id) on delete cascade,
  first_name text,
  last_name text,
  full_name text generated always as (coalesce(first_name, '') || ' ' || coalesce(last_name, '')) stored,
  phone text,
  email text,
  status public.lead_status not null default 'new',
  tags text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint leads_contact_check check (phone is not null or email is not null)
);

create table public.agent_calls (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null references public.clients (id) on delete cascade,
  agent_id uuid not null references public.agents (id),
  lead_id uuid references public.leads (id) on delete set null,
  direction text not null default 'outbound',
  outcome public.call_outcome,
  started_at timestamptz not null,
  ended_at timestamptz,
  duration_seconds integer not null default 0,
  latency_ms integer,
  cost numeric(10, 4) not null default 0,
  recording_url text,
  transcript jsonb,
  created_at timestamptz not null default now(),
  constraint agent_calls_direction_check check (direction in ('inbound', 'outbound')),
  constraint agent_calls_duration_check check (duration_seconds >= 0)
);

create table public.agent_sms (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null references public.clients (id) on delete cascade,
  agent_id uuid not null references public.agents (id),
  lead_id uuid references public.leads (id) on delete set null,
  direction text not null,
  to_number text not null,
  body text not null,
  segments smallint not null default 1,
  status text not null default 'queued',
  cost numeric(10, 4) not null default 0,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  constraint agent_sms_direction_check check (direction in ('inbound', 'outbound')),
  constraint agent_sms_status_check check (status in ('queued', 'sent', 'delivered', 'failed'))
);

create table public.email_templates (
  id uuid primary key default gen_random_uuid(),
  client_id uuid references public.clients (id) on delete cascade,
  name text not null,
  subject text not null,
  body_html text not null,
  version integer not null default 1,
  constraint email_templates_client_name_version_key unique nulls not distinct (client_id, name, version)
);

-- Made by migration 20251114115307 in staging, by hand in production: the first 36 columns came out alike.
-- Its CHECK on email_type, the 37th column and the policies: production.sql and staging.sql.
create table public.agent_emails (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null references public.clients (id) on delete cascade,
  agent_id uuid not null references public.agents (id),
  lead_id uuid references public.leads (id) on delete set null,
  email_type text not null,
  direction text not null default 'outbound',
  status text not null default 'queued',
  subject text not null,
  body_html text,
  body_text text,
  from_address text not null,
  from_name text,
  to_address text not null,
  reply_to text,
  cc_addresses text[] not null default '{}',
  bcc_addresses text[] not null default '{}',
  provider text not null default 'resend',
  provider_message_id text unique,
  thread_id text,
  in_reply_to text,
  template_id uuid references public.email_templates (id) on delete set null,
  sequence_id uuid,
  sequence_step integer,
  scheduled_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  opened_at timestamptz,
  open_count integer not null default 0,
  clicked_at timestamptz,
  click_count integer not null default 0,
  replied_at timestamptz,
  bounced_at timestamptz,
  bounce_reason text,
  cost numeric(10, 6) not null default 0,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint agent_emails_direction_check check (direction in ('inbound', 'outbound')),
  constraint agent_emails_status_check check (status in ('queued', 'sent', 'delivered', 'bounced', 'failed'))
);
comment on table public.agent_emails is 'E-mails sent or received by an agent';
comment on column public.agent_emails.id is 'Identifier of the e-mail';
comment on column public.agent_emails.client_id is 'Client on whose behalf the e-mail is sent';
comment on column public.agent_emails.agent_id is 'Agent that wrote or received the e-mail';
comment on column public.agent_emails.lead_id is 'Lead it is addressed to; null once the lead is deleted';
comment on column public.agent_emails.email_type is 'What the e-mail is for; see the check constraint';
comment on column public.agent_emails.direction is 'inbound or outbound, seen from the agent';
comment on column public.agent_emails.status is 'Last delivery state told by the provider';
comment on column public.agent_emails.subject is 'Subject line as sent';
comment on column public.agent_emails.body_html is 'HTML part';
comment on column public.agent_emails.body_text is 'Plain text part';
comment on column public.agent_emails.from_address is 'Sender address';
comment on column public.agent_emails.from_name is 'Sender display name';
comment on column public.agent_emails.to_address is 'Recipient address';
comment on column public.agent_emails.reply_to is 'Reply-To address, when not the sender';
comment on column public.agent_emails.cc_addresses is 'Copy recipients';
comment on column public.agent_emails.bcc_addresses is 'Blind copy recipients';
comment on column public.agent_emails.provider is 'Provider that carries the e-mail';
comment on column public.agent_emails.provider_message_id is 'Identifier given by the provider';
comment on column public.agent_emails.thread_id is 'Conversation the e-mail belongs to';
comment on column public.agent_emails.in_reply_to is 'Message-ID of the e-mail answered';
comment on column public.agent_emails.template_id is 'Template it was made from';
comment on column public.agent_emails.sequence_id is 'Sequence that sent it';
comment on column public.agent_emails.sequence_step is 'Step within the sequence, from 1';
comment on column public.agent_emails.scheduled_at is 'When it is to be sent';
comment on column public.agent_emails.sent_at is 'When the provider took it';
comment on column public.agent_emails.delivered_at is 'When the recipient''s server took it';
comment on column public.agent_emails.opened_at is 'First opening';
comment on column public.agent_emails.open_count is 'Number of openings';
comment on column public.agent_emails.clicked_at is 'First click';
comment on column public.agent_emails.click_count is 'Number of clicks';
comment on column public.agent_emails.replied_at is 'When the lead answered';
comment on column public.agent_emails.bounced_at is 'When it bounced';
comment on column public.agent_emails.bounce_reason is 'Reason given by the recipient''s server';
comment on column public.agent_emails.cost is 'Cost in euros';
comment on column public.agent_emails.metadata is 'Anything else the provider told';
comment on column public.agent_emails.created_at is 'When the row was made';

create table public.appointments (
  id uuid primary key default gen_random_uuid(),
  client_id uuid not null references public.clients (id) on delete cascade,
  lead_id uuid not null references public.leads (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null default 'booked',
  constraint appointments_period_check check (ends_at > starts_at),
  constraint appointments_no_overlap exclude using gist (tstzrange(starts_at, ends_at) with &&) where (status = 'blocked')
);

create table public.pricing_rates (
  id integer generated always as identity primary key,
  provider text not null,
  unit text not null,
  unit_cost numeric(12, 6) not null,
  valid_from date not null,
  unique (provider, unit, valid_from)
);

create sequence public.invoice_number_seq start with 1000 increment by 1 cache 10;
create table public.client_invoices (
  id uuid primary key default gen_random_uuid(),
  number integer not null default nextval('public.invoice_number_seq'::regclass) unique,
  client_id uuid not null references public.clients (id),
  period_start date not null,
  amount numeric(12, 2) not null,
  vat_rate numeric(4, 3) not null default 0.2,
  total numeric(12, 2) generated always as (round(amount * (1 + vat_rate), 2)) stored,
  due_on date not null,
  paid_at timestamptz,
  constraint client_invoices_client_period_key unique (client_id, period_start)
);

create table public.webhook_events (
  id bigint generated by default as identity primary key,
  source text not null,
  payload jsonb not null,
  received_at timestamptz not null default now(),
  processed_at timestamptz
);

create table public.activity_log (
  id bigint generated always as identity primary key,
  actor uuid,
  action text not null,
  details jsonb not null default '{}',
  at timestamptz not null default now()
);

-- 4. Functions: 39 of the 43 (four more, alike, are in production.sql and staging.sql in another order) ---------

create function public.safe_divide(a numeric, b numeric) returns numeric language sql immutable as $$
  select case when b is null or b = 0 then 0 else a / b end
$$;
create function public.safe_divide(a bigint, b bigint) returns numeric language sql immutable as $$
  select public.safe_divide(a::numeric, b::numeric)
$$;
create function public.normalize_phone(p_phone text) returns text language sql immutable strict as $$
  select case when p_phone ~ '^0[1-9]' then '+33' || substr(regexp_replace(p_phone, '[^0-9]', '', 'g'), 2)
              else '+' || regexp_replace(p_phone, '[^0-9]', '', 'g') end
$$;
create function public.bucket_for_range(p_start date, p_end date) returns text language sql immutable as $$
  select case when p_end - p_start <= 31 then 'day' when p_end - p_start <= 180 then 'week' else 'month' end
$$;
create function public.calculate_call_cost(p_seconds integer, p_rate_per_minute numeric default 0.12) returns numeric
language sql immutable as $$
  select round(ceil(greatest(p_seconds, 0) / 60.0) * p_rate_per_minute, 4)
$$;
create function public.calculate_sms_cost(p_body text, p_rate_per_segment numeric default 0.07) returns numeric
language sql immutable as $$
  select round(greatest(ceil(length(coalesce(p_body, '')) / 160.0), 1) * p_rate_per_segment, 4)
$$;

-- Access. The one body that differs, user_has_client_access(uuid), is here as staging has it; production.sql replaces it.
create function public.user_has_client_access(p_client_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.user_client_permissions as ucp
    where ucp.user_id = auth.uid() and ucp.client_id = p_client_id and ucp.revoked_at is null)
$$;
create function public.current_user_role() returns public.app_role
language sql stable security definer set search_path = '' as $$
  select p.role from public.profiles as p where p.id = auth.uid()
$$;
create function public.is_admin() returns boolean language sql stable security definer set search_path = '' as $$
  select coalesce(public.current_user_role() = 'admin'::public.app_role, false)
$$;
create function public.get_accessible_client_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select c.id from public.clients as c where public.is_admin() or public.user_has_client_access(c.id)
$$;
create function public.get_my_profile() returns public.profiles language sql stable security definer set search_path = '' as $$
  select p from public.profiles as p where p.id = auth.uid()
$$;
create function public.grant_client_access(p_user_id uuid, p_client_id uuid, p_permission public.permission_level default 'read')
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  v_id uuid;
begin
  if not public.is_admin() then
    raise exception 'only an admin may grant access' using errcode = 'insufficient_privilege';
  end if;
  insert into public.user_client_permissions (user_id, client_id, permission, granted_by)
  values (p_user_id, p_client_id, p_permission, auth.uid())
  on conflict (user_id, client_id) do update set permission = excluded.permission, revoked_at = null
  returning id into v_id;
  return v_id;
end
$$;
create function public.revoke_client_access(p_user_id uuid, p_client_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not public.is_admin() then
    raise exception 'only an admin may revoke access' using errcode = 'insufficient_privilege';
  end if;
  update public.user_client_permissions set revoked_at = now()
  where user_id = p_user_id and client_id = p_client_id and revoked_at is null;
  return found;
end
$$;

-- The twelve that the hand-written report names.
create function public.get_kpi_metrics(p_client_id uuid default null, p_start date default null, p_end date default null)
returns table (total_calls bigint, answered_calls bigint, appointments bigint, answer_rate numeric, total_cost numeric)
language sql stable set search_path = '' as $$
  select count(*),
         count(*) filter (where c.outcome not in ('no_answer', 'voicemail')),
         count(*) filter (where c.outcome = 'appointment'),
         round(public.safe_divide(count(*) filter (where c.outcome not in ('no_answer', 'voicemail')), count(*)), 4),
         coalesce(sum(c.cost), 0)
  from public.agent_calls as c
  where (p_client_id is null or c.client_id = p_client_id)
    and (p_start is null or c.started_at >= p_start) and (p_end is null or c.started_at < p_end + 1)
$$;
create function public.get_chart_data(p_client_id uuid, p_metric text default 'calls', p_start date default null, p_end date default null)
returns table (bucket date, value numeric) language plpgsql stable set search_path = '' as $$
begin
  if p_metric not in ('calls', 'minutes', 'cost') then
    raise exception 'unknown metric %', p_metric using hint = 'calls, minutes or cost';
  end if;
  return query
  select date_trunc(public.bucket_for_range(p_start, p_end), c.started_at at time zone 'UTC')::date,
         case p_metric when 'calls' then count(*)::numeric
                       when 'minutes' then round(sum(c.duration_seconds) / 60.0, 2)
                       else sum(c.cost) end
  from public.agent_calls as c
  where c.client_id = p_client_id and c.started_at >= p_start and c.started_at < p_end + 1
  group by 1 order by 1;
end
$$;
create function public.get_agent_cards_data(p_client_id uuid default null)
returns table (agent_id uuid, agent_name text, status text, calls bigint, last_call_at timestamptz)
language sql stable set search_path = '' as $$
  select a.id, a.name, a.status, count(c.id), max(c.started_at)
  from public.agents as a left join public.agent_calls as c on c.agent_id = a.id
  where p_client_id is null or a.client_id = p_client_id
  group by a.id order by a.name
$$;
create function public.get_agent_type_cards_data(p_client_id uuid default null)
returns table (code text, label text, agents bigint) language sql stable set search_path = '' as $$
  select t.code, t.label, count(a.id)
  from public.agent_types as t
  left join public.agents as a on a.agent_type = t.code and (p_client_id is null or a.client_id = p_client_id)
  group by t.code order by t.sort_order
$$;
create function public.get_client_cards_data(p_only_active boolean default true)
returns table (client_id uuid, client_name text, agents bigint, leads bigint)
language sql stable security definer set search_path = '' as $$
  select c.id, c.name, (select count(*) from public.agents as a where a.client_id = c.id),
         (select count(*) from public.leads as l where l.client_id = c.id)
  from public.clients as c
  where (c.is_active or not p_only_active) and c.id in (select public.get_accessible_client_ids())
  order by c.name
$$;
create function public.get_arthur_kpi_metrics(p_client_id uuid, p_start date, p_end date)
returns table (calls bigint, appointments bigint, average_seconds numeric) language sql stable set search_path = '' as $$
  select count(*), count(*) filter (where c.outcome = 'appointment'), round(avg(c.duration_seconds), 1)
  from public.agent_calls as c join public.agents as a on a.id = c.agent_id
  where a.agent_type = 'arthur' and c.client_id = p_client_id
    and c.started_at >= p_start and c.started_at < p_end + 1
$$;
create function public.get_arthur_chart_data(p_client_id uuid, p_start date, p_end date, p_bucket text default 'day')
returns table (bucket date, calls bigint, appointments bigint) language sql stable set search_path = '' as $$
  select date_trunc(p_bucket, c.started_at at time zone 'UTC')::date, count(*), count(*) filter (where c.outcome = 'appointment')
  from public.agent_calls as c join public.agents as a on a.id = c.agent_id
  where a.agent_type = 'arthur' and c.client_id = p_client_id
    and c.started_at >= p_start and c.started_at < p_end + 1
  group by 1 order by 1
$$;
create function public.get_financial_kpi_metrics(p_client_id uuid, p_start date, p_end date)
returns table (revenue numeric, call_cost numeric, sms_cost numeric, email_cost numeric, margin numeric)
language sql stable security definer set search_path = '' as $$
  with parts as (
    select (select coalesce(sum(i.amount), 0) from public.client_invoices as i
            where i.client_id = p_client_id and i.period_start between p_start and p_end) as revenue,
           (select coalesce(sum(c.cost), 0) from public.agent_calls as c
            where c.client_id = p_client_id and c.started_at >= p_start and c.started_at < p_end + 1) as call_cost,
           (select coalesce(sum(s.cost), 0) from public.agent_sms as s
            where s.client_id = p_client_id and s.created_at >= p_start and s.created_at < p_end + 1) as sms_cost,
           (select coalesce(sum(e.cost), 0) from public.agent_emails as e
            where e.client_id = p_client_id and e.created_at >= p_start and e.created_at < p_end + 1) as email_cost)
  select p.revenue, p.call_cost, p.sms_cost, p.email_cost, p.revenue - p.call_cost - p.sms_cost - p.email_cost from parts as p
$$;
create function public.get_financial_timeseries(p_client_id uuid, p_start date, p_end date)
returns table (month date, revenue numeric, cost numeric) language sql stable security definer set search_path = '' as $$
  select m::date,
         coalesce((select sum(i.amount) from public.client_invoices as i
                   where i.client_id = p_client_id and date_trunc('month', i.period_start::timestamp) = m), 0),
         coalesce((select sum(c.cost) from public.agent_calls as c
                   where c.client_id = p_client_id and date_trunc('month', c.started_at at time zone 'UTC') = m), 0)
  from generate_series(date_trunc('month', p_start::timestamp), date_trunc('month', p_end::timestamp), interval '1 month') as m
$$;
create function public.get_email_metrics(p_client_id uuid default null, p_start date default null, p_end date default null)
returns table (sent bigint, opened bigint, clicked bigint, bounced bigint, open_rate numeric)
language sql stable set search_path = '' as $$
  select count(e.sent_at), count(e.opened_at), count(e.clicked_at), count(e.bounced_at),
         round(public.safe_divide(count(e.opened_at), count(e.sent_at)), 4)
  from public.agent_emails as e
  where (p_client_id is null or e.client_id = p_client_id)
    and (p_start is null or e.created_at >= p_start) and (p_end is null or e.created_at < p_end + 1)
$$;
create function public.get_sms_metrics(p_client_id uuid default null, p_start date default null, p_end date default null)
returns table (sent bigint, delivered bigint, failed bigint, segments bigint, cost numeric)
language sql stable set search_path = '' as $$
  select count(s.sent_at), count(*) filter (where s.status = 'delivered'), count(*) filter (where s.status = 'failed'),
         coalesce(sum(s.segments), 0), coalesce(sum(s.cost), 0)
  from public.agent_sms as s
  where (p_client_id is null or s.client_id = p_client_id)
    and (p_start is null or s.created_at >= p_start) and (p_end is null or s.created_at < p_end + 1)
$$;
create function public.get_latency_metrics(p_client_id uuid default null, p_start date default null, p_end date default null)
returns table (samples bigint, p50_ms double precision, p95_ms double precision, max_ms integer)
language sql stable set search_path = '' as $$
  select count(c.latency_ms), percentile_cont(0.5) within group (order by c.latency_ms),
         percentile_cont(0.95) within group (order by c.latency_ms), max(c.latency_ms)
  from public.agent_calls as c
  where (p_client_id is null or c.client_id = p_client_id)
    and (p_start is null or c.started_at >= p_start) and (p_end is null or c.started_at < p_end + 1)
$$;

-- Smaller ones.
create function public.get_call_cost_breakdown(p_client_id uuid) returns table (agent_name text, minutes numeric, cost numeric)
language sql stable set search_path = '' as $$
  select a.name, round(sum(c.duration_seconds) / 60.0, 2), sum(c.cost)
  from public.agent_calls as c join public.agents as a on a.id = c.agent_id
  where c.client_id = p_client_id group by a.name order by 3 desc, 1
$$;
create function public.get_lead_timeline(p_lead_id uuid) returns table (at timestamptz, channel text, summary text)
language sql stable set search_path = '' as $$
  select c.started_at, 'call', c.outcome::text from public.agent_calls as c where c.lead_id = p_lead_id
  union all
  select s.created_at, 'sms', s.body from public.agent_sms as s where s.lead_id = p_lead_id
  union all
  select e.created_at, 'email', e.subject from public.agent_emails as e where e.lead_id = p_lead_id
  order by 1
$$;
create function public.get_lead_conversion_rate(p_client_id uuid, variadic p_tags text[] default '{}') returns numeric
language sql stable set search_path = '' as $$
  select round(public.safe_divide(count(*) filter (where l.status in ('appointment_booked', 'won')), count(*)), 4)
  from public.leads as l where l.client_id = p_client_id and (p_tags = '{}' or l.tags && p_tags)
$$;
create function public.get_call_outcome_distribution(p_client_id uuid, out outcome public.call_outcome, out calls bigint)
returns setof record language sql stable set search_path = '' as $$
  select c.outcome, count(*) from public.agent_calls as c where c.client_id = p_client_id group by c.outcome order by 2 desc, 1
$$;
create function public.get_top_agents(p_limit integer default 5) returns setof public.agents
language sql stable rows 5 set search_path = '' as $$
  select a.* from public.agents as a
  order by (select count(*) from public.agent_calls as c where c.agent_id = a.id and c.outcome = 'appointment') desc, a.name
  limit p_limit
$$;
create function public.search_leads(p_query text, p_limit integer default 20) returns setof public.leads
language sql stable set search_path = '' as $$
  select l.* from public.leads as l
  where l.full_name ilike '%' || p_query || '%' or l.email ilike p_query || '%' order by l.full_name, l.id limit p_limit
$$;
create function public.get_appointment_stats(p_client_id uuid) returns jsonb language sql stable set search_path = '' as $$
  select coalesce(jsonb_object_agg(x.status, x.n), '{}')
  from (select ap.status, count(*) as n from public.appointments as ap where ap.client_id = p_client_id group by ap.status) as x
$$;
create function public.get_invoice_total(p_client_id uuid, p_until date default '2025-12-31') returns numeric
language sql stable security definer set search_path = '' as $$
  select coalesce(sum(i.total), 0) from public.client_invoices as i
  where i.client_id = p_client_id and i.period_start <= p_until
$$;
create function public.record_webhook_event(p_source text, p_payload jsonb) returns bigint
language sql security definer set search_path = '' as $$
  insert into public.webhook_events (source, payload) values (p_source, p_payload) returning id
$$;

-- Trigger functions.
create function public.set_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  return new;
end
$$;
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, email, full_name, created_at, updated_at)
  values (new.id, new.email, new.raw_user_meta_data ->> 'full_name', new.created_at, new.created_at);
  return new;
end
$$;
create function public.compute_agent_call_cost() returns trigger language plpgsql set search_path = '' as $$
begin
  new.cost := public.calculate_call_cost(new.duration_seconds);
  return new;
end
$$;
create function public.normalize_agent_sms() returns trigger language plpgsql set search_path = '' as $$
begin
  new.to_number := public.normalize_phone(new.to_number);
  new.cost := public.calculate_sms_cost(new.body);
  return new;
end
$$;
create function public.log_permission_change() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.activity_log (actor, action, details)
  values (auth.uid(), lower(tg_op) || '_permission', to_jsonb(coalesce(new, old)));
  return coalesce(new, old);
end
$$;

create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();
create trigger clients_set_updated_at before update on public.clients for each row execute function public.set_updated_at();
create trigger profiles_set_updated_at before update on public.profiles for each row execute function public.set_updated_at();
create trigger leads_set_updated_at before update on public.leads for each row execute function public.set_updated_at();
create trigger agent_calls_compute_cost before insert or update of duration_seconds on public.agent_calls
  for each row execute function public.compute_agent_call_cost();
create trigger agent_sms_normalize before insert on public.agent_sms for each row execute function public.normalize_agent_sms();
create trigger user_client_permissions_log after update or delete on public.user_client_permissions
  for each row execute function public.log_permission_change();

-- 5. Views: 20 that both have (the 21st is another one on each side) and one materialized view ------------------

create view public.v_agent_calls_enriched as
  select c.id, c.client_id, cl.name as client_name, a.name as agent_name, a.agent_type, l.full_name as lead_name,
         c.direction, c.outcome, c.started_at, c.duration_seconds, c.latency_ms, c.cost
  from public.agent_calls as c
  join public.clients as cl on cl.id = c.client_id
  join public.agents as a on a.id = c.agent_id
  left join public.leads as l on l.id = c.lead_id;
create view public.v_agent_sms_enriched as
  select s.id, s.client_id, cl.name as client_name, a.name as agent_name, s.direction, s.status, s.segments, s.cost, s.created_at
  from public.agent_sms as s join public.clients as cl on cl.id = s.client_id join public.agents as a on a.id = s.agent_id;
create view public.v_agent_emails_enriched as
  select e.id, e.client_id, cl.name as client_name, a.name as agent_name, e.email_type, e.status, e.subject, e.sent_at, e.opened_at
  from public.agent_emails as e join public.clients as cl on cl.id = e.client_id join public.agents as a on a.id = e.agent_id;
create view public.v_agent_communications_unified as
  select c.id, 'call'::text as channel, c.client_id, c.agent_id, c.lead_id, c.direction, c.started_at as occurred_at, c.cost
  from public.agent_calls as c
  union all
  select s.id, 'sms', s.client_id, s.agent_id, s.lead_id, s.direction, s.created_at, s.cost from public.agent_sms as s
  union all
  select e.id, 'email', e.client_id, e.agent_id, e.lead_id, e.direction, e.created_at, e.cost from public.agent_emails as e;
create view public.v_financial_metrics_enriched as
  select i.client_id, cl.name as client_name, i.period_start, i.amount as revenue,
         coalesce(sum(u.cost), 0) as cost, i.amount - coalesce(sum(u.cost), 0) as margin
  from public.client_invoices as i
  join public.clients as cl on cl.id = i.client_id
  left join public.v_agent_communications_unified as u
    on u.client_id = i.client_id and date_trunc('month', u.occurred_at at time zone 'UTC') = i.period_start::timestamp
  group by i.client_id, cl.name, i.period_start, i.amount;
create view public.v_arthur_calls_daily as
  select c.client_id, (c.started_at at time zone 'UTC')::date as day, count(*) as calls,
         count(*) filter (where c.outcome = 'appointment') as appointments
  from public.agent_calls as c join public.agents as a on a.id = c.agent_id
  where a.agent_type = 'arthur' group by 1, 2;
create view public.v_user_client_access as
  select p.id as user_id, p.email, p.role, ucp.client_id, ucp.permission, ucp.granted_at, ucp.revoked_at
  from public.profiles as p join public.user_client_permissions as ucp on ucp.user_id = p.id;
create view public.v_client_billing_summary as
  select c.id as client_id, c.name, c.monthly_retainer, count(i.id) as invoices, coalesce(sum(i.total), 0) as invoiced,
         coalesce(sum(i.total) filter (where i.paid_at is null), 0) as outstanding
  from public.clients as c left join public.client_invoices as i on i.client_id = c.id group by c.id;
create view public.v_lead_pipeline as
  select l.client_id, l.status, count(*) as leads from public.leads as l group by l.client_id, l.status;
create view public.v_lead_last_contact as
  select l.id as lead_id, l.full_name, max(u.occurred_at) as last_contact_at
  from public.leads as l left join public.v_agent_communications_unified as u on u.lead_id = l.id group by l.id;
create view public.v_agent_performance_daily as
  select c.agent_id, (c.started_at at time zone 'UTC')::date as day, count(*) as calls, sum(c.duration_seconds) as seconds
  from public.agent_calls as c group by 1, 2;
create view public.v_agent_type_summary as
  select t.code, t.label, t.channel, count(a.id) as agents
  from public.agent_types as t left join public.agents as a on a.agent_type = t.code group by t.code;
create view public.v_client_overview as
  select c.id, c.name, c.is_active, (select count(*) from public.agents as a where a.client_id = c.id) as agents,
         (select count(*) from public.leads as l where l.client_id = c.id) as leads
  from public.clients as c;
create view public.v_call_latency_daily as
  select (c.started_at at time zone 'UTC')::date as day, percentile_cont(0.95) within group (order by c.latency_ms) as p95_ms
  from public.agent_calls as c where c.latency_ms is not null group by 1;
create view public.v_call_outcomes as
  select c.client_id, c.outcome, count(*) as calls from public.agent_calls as c group by c.client_id, c.outcome;
create view public.v_appointments_booked as
  select ap.id, ap.client_id, l.full_name as lead_name, ap.starts_at, ap.ends_at
  from public.appointments as ap join public.leads as l on l.id = ap.lead_id where ap.status = 'booked';
create view public.v_sms_delivery_rates as
  select s.client_id, count(*) as messages,
         public.safe_divide(count(*) filter (where s.status = 'delivered'), count(*)) as delivery_rate
  from public.agent_sms as s group by s.client_id;
create view public.v_invoice_aging as
  select i.id, i.number, i.client_id, i.total, i.due_on from public.client_invoices as i where i.paid_at is null;
create view public.v_active_agents as
  select a.id, a.client_id, a.name, a.agent_type, a.status from public.agents as a where a.status = 'active' with local check option;
create view public.v_webhook_backlog as
  select w.source, count(*) as pending, min(w.received_at) as oldest
  from public.webhook_events as w where w.processed_at is null group by w.source;
comment on view public.v_agent_communications_unified is 'Calls, texts and e-mails in one list';

-- 6. Row level security: alike everywhere; agent_emails has it enabled on both sides, its policies only in staging

alter table public.clients enable row level security;
alter table public.profiles enable row level security;
alter table public.user_client_permissions enable row level security;
alter table public.agents enable row level security;
alter table public.leads enable row level security;
alter table public.agent_calls enable row level security;
alter table public.agent_sms enable row level security;
alter table public.agent_emails enable row level security;
alter table public.client_invoices enable row level security;
alter table public.client_invoices force row level security;
alter table auth.users enable row level security;

create policy clients_select on public.clients for select to authenticated
  using (public.is_admin() or public.user_has_client_access(id));
create policy profiles_select_own on public.profiles for select to authenticated using (id = (select auth.uid()));
create policy profiles_update_own on public.profiles for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()) and role = 'viewer');
create policy user_client_permissions_select on public.user_client_permissions for select to authenticated
  using (user_id = (select auth.uid()) or public.is_admin());
create policy agents_select on public.agents for select to authenticated using (public.user_has_client_access(client_id));
create policy leads_select on public.leads for select to authenticated using (public.user_has_client_access(client_id));
create policy leads_write on public.leads for all to authenticated
  using (public.user_has_client_access(client_id)) with check (public.user_has_client_access(client_id));
create policy agent_calls_select on public.agent_calls for select to authenticated using (public.user_has_client_access(client_id));
create policy agent_sms_select on public.agent_sms for select to authenticated using (public.user_has_client_access(client_id));
create policy client_invoices_no_anon on public.client_invoices as restrictive for all to anon using (false);
create policy client_invoices_select on public.client_invoices for select to authenticated
  using (public.user_has_client_access(client_id));

-- What the default privileges gave too freely.
revoke all on function public.grant_client_access(uuid, uuid, public.permission_level) from public, anon;
revoke all on function public.revoke_client_access(uuid, uuid) from public, anon;
revoke all on function public.record_webhook_event(text, jsonb) from public, anon, authenticated;
revoke all on public.webhook_events, public.activity_log, public.pricing_rates from anon;
revoke update on public.clients from authenticated;
grant update (name, timezone, industry) on public.clients to authenticated;

-- 7. Rows that both have -------------------------------------------------------------------------------------

insert into public.clients (id, name, slug, industry, monthly_retainer, is_active, created_at, updated_at)
select md5('client-' || i)::uuid, 'Client ' || i, 'client-' || i, (array['energy', 'insurance', 'real estate', 'training'])[i],
       500 * i, i < 4, timestamptz '2025-08-04 08:00+00', timestamptz '2025-08-04 08:00+00'
from generate_series(1, 4) as i;
insert into public.agent_types values
  ('arthur', 'Arthur, outbound calls', 'call', 1), ('sms', 'Follow-up by text', 'sms', 2), ('email', 'Follow-up by e-mail', 'email', 3);
insert into public.agents (id, client_id, agent_type, name, phone_number, created_at, updated_at)
select md5('agent-' || i)::uuid, md5('client-' || 1 + i % 4)::uuid, (array['arthur', 'sms', 'email'])[1 + i % 3], 'Agent ' || i,
       '+3318000000' || i, timestamptz '2025-08-05 08:00+00', timestamptz '2025-08-05 08:00+00'
from generate_series(1, 6) as i;
insert into public.leads (id, client_id, first_name, last_name, phone, email, status, tags, created_at, updated_at)
select md5('lead-' || i)::uuid, md5('client-' || 1 + i % 4)::uuid, 'First' || i, 'Last' || i, '+33600000' || lpad(i::text, 3, '0'),
       'lead' || i || '@example.org', (enum_range(null::public.lead_status))[1 + i % 6], array['import-' || i % 3],
       timestamptz '2025-08-06 08:00+00', timestamptz '2025-08-06 08:00+00'
from generate_series(1, 40) as i;
insert into public.email_templates (id, client_id, name, subject, body_html)
select md5('template-' || i)::uuid, null, 'Template ' || i, 'Subject ' || i, '<p>Hello</p>' from generate_series(1, 5) as i;
insert into public.appointments (id, client_id, lead_id, starts_at, ends_at)
select md5('appointment-' || i)::uuid, md5('client-' || 1 + i % 4)::uuid, md5('lead-' || i)::uuid,
       timestamptz '2025-11-24 09:00+00' + make_interval(hours => i), timestamptz '2025-11-24 09:30+00' + make_interval(hours => i)
from generate_series(1, 12) as i;
insert into public.pricing_rates (provider, unit, unit_cost, valid_from) values
  ('voice', 'minute', 0.12, '2025-08-01'), ('voice', 'minute', 0.11, '2025-11-01'), ('sms', 'segment', 0.07, '2025-08-01'),
  ('email', 'message', 0.0004, '2025-08-01');
insert into public.client_invoices (id, client_id, period_start, amount, due_on, paid_at)
select md5('invoice-' || c || m)::uuid, md5('client-' || c)::uuid, make_date(2025, m, 1), 500 * c, make_date(2025, m + 1, 1),
       case when m < 10 then make_timestamptz(2025, m + 1, 3, 10, 0, 0, 'UTC') end
from generate_series(1, 3) as c, generate_series(8, 10) as m;
insert into public.webhook_events (source, payload, received_at)
select 'voice', jsonb_build_object('n', i), timestamptz '2025-11-20 08:00+00' + make_interval(mins => i) from generate_series(1, 20) as i;
insert into cron.job (schedule, command, nodename, nodeport, database, username, jobname) values
  ('*/15 * * * *', 'refresh materialized view concurrently public.mv_client_directory', 'localhost', 5432, 'postgres', 'postgres', 'refresh-client-directory'),
  ('0 3 * * *', 'delete from public.webhook_events where processed_at < now() - interval ''30 days''', 'localhost', 5432, 'postgres', 'postgres', 'purge-webhook-events');

create materialized view public.mv_client_directory as
  select c.id, c.name, c.slug, count(a.id) as agents
  from public.clients as c left join public.agents as a on a.client_id = c.id group by c.id
with data;
create unique index mv_client_directory_id_idx on public.mv_client_directory (id);

analyze;
