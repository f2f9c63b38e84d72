-- Staging, after common.sql: what it has that production lacks, what it has otherwise, and its rows.

-- 1. Alike in production.sql, but made there in another order (names are compared, OIDs must not matter) --------

create function public.format_duration(p_seconds integer) returns text language sql immutable strict as $$
  select p_seconds / 60 || ' min ' || p_seconds % 60 || ' s'
$$;
create function public.mask_email(p_email text) returns text language sql immutable strict as $$
  select left(p_email, 1) || '***@' || split_part(p_email, '@', 2)
$$;
create function public.mask_phone(p_phone text) returns text language sql immutable strict as $$
  select left(p_phone, 4) || repeat('*', greatest(length(p_phone) - 6, 0)) || right(p_phone, 2)
$$;

create index webhook_events_payload_idx on public.webhook_events using gin (payload jsonb_path_ops);
create index agent_sms_client_id_created_at_idx on public.agent_sms (client_id, created_at);
create index agent_calls_appointments_idx on public.agent_calls (started_at) where outcome = 'appointment';
create index agent_calls_agent_id_idx on public.agent_calls (agent_id) include (duration_seconds, cost);
create index agent_calls_client_id_started_at_idx on public.agent_calls (client_id, started_at desc);
create index leads_email_lower_idx on public.leads (lower(email));
create index leads_tags_idx on public.leads using gin (tags);
create index leads_client_id_status_idx on public.leads (client_id, status);

create policy avatars_insert on storage.objects for insert to authenticated
  with check (bucket_id = 'avatars' and (storage.foldername(name))[1] = (auth.uid())::text);
create policy avatars_select on storage.objects for select using (bucket_id = 'avatars');

-- A column dropped long ago leaves a gap in attnum: the order of the columns is still the same.
create table public.feature_flags (
  key text primary key,
  rollout_percent integer,
  enabled boolean not null default false,
  client_id uuid references public.clients (id) on delete cascade,
  description text
);
alter table public.feature_flags drop column rollout_percent;
alter table public.feature_flags enable row level security;
create policy feature_flags_select on public.feature_flags for select to anon, authenticated using (true);
create function public.is_feature_enabled(p_key text, p_client_id uuid default null) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select f.enabled from public.feature_flags as f
                   where f.key = p_key and (f.client_id is null or f.client_id = p_client_id)), false)
$$;
insert into public.feature_flags (key, enabled, description) values
  ('sms_inbound', true, 'Answers by text'), ('arthur_v2', false, 'Second generation of Arthur'), ('emails', true, 'E-mail agents');

-- 2. Otherwise than production: the six migrations, a column added by hand, an older storage service -------------

create type storage.buckettype as enum ('STANDARD', 'ANALYTICS');
alter table storage.buckets add column type storage.buckettype not null default 'STANDARD';

-- By hand, in no migration: the column and the view that shows it.
alter table public.agent_calls add column call_classification text;
comment on column public.agent_calls.call_classification is 'What the call turned out to be, told by the model';
create or replace view public.v_agent_calls_enriched as
  select c.id, c.client_id, cl.name as client_name, a.name as agent_name, a.agent_type, l.full_name as lead_name,
         c.direction, c.outcome, c.started_at, c.duration_seconds, c.latency_ms, c.cost, c.call_classification
  from public.agent_calls as c
  join public.clients as cl on cl.id = c.client_id
  join public.agents as a on a.id = c.agent_id
  left join public.leads as l on l.id = c.lead_id;

-- 20251113145425 security_fixes_test_v2 (its other half, user_has_client_access, is in common.sql)
alter view public.v_client_billing_summary set (security_invoker = true);
-- 20251113145458 security_fixes_remaining_views
alter view public.v_user_client_access set (security_invoker = true);
-- 20251113145549 security_fixes_arthur_views
alter view public.v_arthur_calls_daily set (security_invoker = true);
-- 20251114115307 create_agent_emails_table_v2 (the table is in common.sql)
alter table public.agent_emails add constraint agent_emails_email_type_check check (email_type in (
  'follow_up', 'cold_email', 'appointment_confirmation', 'sequence_step', 'transactional', 'notification'));
create index agent_emails_lead_id_idx on public.agent_emails (lead_id) where lead_id is not null;
create index agent_emails_client_id_created_at_idx on public.agent_emails (client_id, created_at);
-- 20251114115358 email_rls_policies
create policy agent_emails_select on public.agent_emails for select to authenticated
  using (public.user_has_client_access(client_id));
create policy agent_emails_insert on public.agent_emails for insert to authenticated
  with check (public.user_has_client_access(client_id) and direction = 'outbound');
create policy agent_emails_no_anon on public.agent_emails as restrictive for all to anon using (false);
-- 20251114115525 email_analytics
create view public.v_email_analytics as
  select e.client_id, e.email_type, (e.created_at at time zone 'UTC')::date as day, count(e.sent_at) as sent,
         count(e.opened_at) as opened, count(e.clicked_at) as clicked, count(e.bounced_at) as bounced
  from public.agent_emails as e group by 1, 2, 3;

insert into supabase_migrations.schema_migrations (version, name, statements) values
  ('20251113145425', 'security_fixes_test_v2', array[
    'alter view public.v_client_billing_summary set (security_invoker = true)',
    'create or replace function public.user_has_client_access(uuid) ... and ucp.revoked_at is null']),
  ('20251113145458', 'security_fixes_remaining_views', array['alter view public.v_user_client_access set (security_invoker = true)']),
  ('20251113145549', 'security_fixes_arthur_views', array['alter view public.v_arthur_calls_daily set (security_invoker = true)']),
  ('20251114115307', 'create_agent_emails_table_v2', array['create table public.agent_emails (...)', 'alter table public.agent_emails enable row level security']),
  ('20251114115358', 'email_rls_policies', array['create policy agent_emails_select on public.agent_emails ...', 'create policy agent_emails_insert on public.agent_emails ...', 'create policy agent_emails_no_anon on public.agent_emails ...']),
  ('20251114115525', 'email_analytics', array['create view public.v_email_analytics as ...']);

-- 3. Rows: test data only, no users ---------------------------------------------------------------------------

insert into storage.buckets (id, name, public, created_at, updated_at) values
  ('recordings', 'recordings', false, '2025-08-05 08:00+00', '2025-08-05 08:00+00'),
  ('avatars', 'avatars', true, '2025-08-05 08:00+00', '2025-08-05 08:00+00');

insert into public.agent_calls (id, client_id, agent_id, lead_id, outcome, started_at, duration_seconds, latency_ms, created_at, call_classification)
select md5('test-call-' || i)::uuid, a.client_id, a.id, md5('lead-' || 1 + i % 40)::uuid,
       (enum_range(null::public.call_outcome))[1 + i % 6], at, 20 + i * 41 % 400, 300 + i * 59 % 900, at,
       (array['interested', 'wrong_number', 'call_later'])[1 + i % 3]
from generate_series(1, 676) as i
cross join lateral (select timestamptz '2025-08-19 08:00+00' + make_interval(hours => i * 2) as at) as t
join public.agents as a on a.id = md5('agent-' || 1 + i % 6)::uuid;
insert into public.agent_sms (id, client_id, agent_id, lead_id, direction, to_number, body, status, sent_at, created_at)
select md5('test-sms-' || i)::uuid, a.client_id, a.id, md5('lead-' || i)::uuid, 'outbound', '060000000' || i,
       'Test ' || i, 'sent', at, at
from generate_series(1, 4) as i
cross join lateral (select timestamptz '2025-10-01 08:00+00' + make_interval(days => i) as at) as t
join public.agents as a on a.id = md5('agent-' || i)::uuid;
insert into public.agent_emails (id, client_id, agent_id, lead_id, email_type, subject, from_address, to_address, created_at)
select md5('test-email-' || i)::uuid, a.client_id, a.id, md5('lead-' || i)::uuid, 'follow_up', 'Test ' || i,
       'agent@example.org', 'lead' || i || '@example.org', timestamptz '2025-11-14 13:00+00' + make_interval(hours => i)
from generate_series(1, 3) as i
join public.agents as a on a.id = md5('agent-' || i)::uuid;

analyze;
