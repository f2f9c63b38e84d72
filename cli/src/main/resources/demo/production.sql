-- Production, after common.sql: what it has that staging lacks, what it has otherwise, and its rows.

-- 1. Alike in staging.sql, but made there in another order (names are compared, OIDs must not matter) ----------

create table public.feature_flags (
  key text primary key,
  enabled boolean not null default false,
  client_id uuid references public.clients (id) on delete cascade,
  description text
);
alter table public.feature_flags enable row level security;

create function public.is_feature_enabled(p_key text, p_client_id uuid default null) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((select f.enabled from public.feature_flags as f
                   where f.key = p_key and (f.client_id is null or f.client_id = p_client_id)), false)
$$;
create function public.mask_phone(p_phone text) returns text language sql immutable strict as $$
  select left(p_phone, 4) || repeat('*', greatest(length(p_phone) - 6, 0)) || right(p_phone, 2)
$$;
create function public.mask_email(p_email text) returns text language sql immutable strict as $$
  select left(p_email, 1) || '***@' || split_part(p_email, '@', 2)
$$;
create function public.format_duration(p_seconds integer) returns text language sql immutable strict as $$
  select p_seconds / 60 || ' min ' || p_seconds % 60 || ' s'
$$;

create index leads_client_id_status_idx on public.leads (client_id, status);
create index leads_tags_idx on public.leads using gin (tags);
create index leads_email_lower_idx on public.leads (lower(email));
create index agent_calls_client_id_started_at_idx on public.agent_calls (client_id, started_at desc);
create index agent_calls_agent_id_idx on public.agent_calls (agent_id) include (duration_seconds, cost);
create index agent_calls_appointments_idx on public.agent_calls (started_at) where outcome = 'appointment';
create index agent_sms_client_id_created_at_idx on public.agent_sms (client_id, created_at);
create index agent_emails_client_id_created_at_idx on public.agent_emails (client_id, created_at);
create index agent_emails_lead_id_idx on public.agent_emails (lead_id) where lead_id is not null;
create index webhook_events_payload_idx on public.webhook_events using gin (payload jsonb_path_ops);

create policy feature_flags_select on public.feature_flags for select to anon, authenticated using (true);
create policy avatars_select on storage.objects for select using (bucket_id = 'avatars');
create policy avatars_insert on storage.objects for insert to authenticated
  with check (bucket_id = 'avatars' and (storage.foldername(name))[1] = (auth.uid())::text);

insert into public.feature_flags (key, enabled, description) values
  ('emails', true, 'E-mail agents'), ('arthur_v2', false, 'Second generation of Arthur'), ('sms_inbound', true, 'Answers by text');

-- 2. Otherwise than staging ----------------------------------------------------------------------------------

create type storage.buckettype as enum ('STANDARD', 'ANALYTICS', 'VECTOR');
alter table storage.buckets add column type storage.buckettype not null default 'STANDARD';

-- The hand-made e-mail table: eight types more, a 37th column, and no policy: only service_role sees a row.
alter table public.agent_emails add constraint agent_emails_email_type_check check (email_type in (
  'follow_up', 'cold_email', 'appointment_confirmation', 'sequence_step', 'transactional', 'notification',
  'appointment_confirmation_to_lead', 'incoming_sms', 'outgoing_sms', 'appointment_reminder', 'appointment_cancellation',
  'appointment_reschedule', 'no_show_follow_up', 'post_appointment'));
alter table public.agent_emails add column appointment_id uuid;
comment on column public.agent_emails.appointment_id is 'Appointment the e-mail is about (reminder, cancellation, no-show, ...)';

create view public.v_agent_communications as
  select c.id, 'call'::text as channel, c.client_id, c.agent_id, c.lead_id, c.started_at as occurred_at from public.agent_calls as c
  union all
  select s.id, 'sms', s.client_id, s.agent_id, s.lead_id, s.created_at from public.agent_sms as s;

-- The body from before security_fixes_test_v2: a revoked permission still opens the client's data.
create or replace function public.user_has_client_access(p_client_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select 1 from public.user_client_permissions as ucp
    where ucp.user_id = auth.uid() and ucp.client_id = p_client_id)
$$;

insert into supabase_migrations.schema_migrations (version, name, statements) values
  ('20251118091203', 'hotfix_agent_emails_types', array[
    'alter table public.agent_emails drop constraint if exists agent_emails_email_type_check',
    'alter table public.agent_emails add constraint agent_emails_email_type_check check (email_type in (''follow_up'', ''cold_email'', ''appointment_confirmation'', ''sequence_step'', ''transactional'', ''notification'', ''appointment_confirmation_to_lead'', ''incoming_sms'', ''outgoing_sms'', ''appointment_reminder'', ''appointment_cancellation'', ''appointment_reschedule'', ''no_show_follow_up'', ''post_appointment''))',
    'alter table public.agent_emails add column appointment_id uuid']);

-- 3. Rows ----------------------------------------------------------------------------------------------------

insert into storage.buckets (id, name, public, created_at, updated_at) values
  ('avatars', 'avatars', true, '2025-08-05 08:00+00', '2025-08-05 08:00+00'),
  ('recordings', 'recordings', false, '2025-08-05 08:00+00', '2025-08-05 08:00+00');

-- Seven users; the trigger on auth.users makes their seven profiles.
insert into auth.users (id, aud, role, email, raw_user_meta_data, created_at, updated_at)
select md5('user-' || i)::uuid, 'authenticated', 'authenticated', 'user' || i || '@example.org',
       jsonb_build_object('full_name', 'User ' || i), timestamptz '2025-08-07 08:00+00', timestamptz '2025-08-07 08:00+00'
from generate_series(1, 7) as i;
insert into public.user_client_permissions (id, user_id, client_id, permission, granted_at, revoked_at)
select md5('permission-' || i)::uuid, md5('user-' || 1 + i % 7)::uuid, md5('client-' || 1 + i % 4)::uuid, 'read',
       timestamptz '2025-08-12 08:00+00', case when i = 5 then timestamptz '2025-10-01 08:00+00' end
from generate_series(1, 8) as i;
insert into auth.sessions (id, user_id, aal, created_at, updated_at)
select md5('session-' || i)::uuid, md5('user-' || i)::uuid, 'aal1',
       timestamptz '2025-11-20 08:00+00', timestamptz '2025-11-20 08:00+00'
from generate_series(1, 5) as i;
insert into auth.refresh_tokens (token, user_id, revoked, session_id, created_at, updated_at)
select md5('token-' || i), md5('user-' || 1 + i % 5)::uuid::text, i <= 94, md5('session-' || 1 + i % 5)::uuid,
       timestamptz '2025-11-20 08:00+00' + make_interval(mins => i), timestamptz '2025-11-20 08:00+00' + make_interval(mins => i)
from generate_series(1, 99) as i;
insert into auth.audit_log_entries (id, payload, created_at)
select md5('audit-' || i)::uuid, json_build_object('action', (array['login', 'token_refreshed', 'logout'])[1 + i % 3]),
       timestamptz '2025-08-08 08:00+00' + make_interval(hours => i * 3)
from generate_series(1, 790) as i;

insert into public.agent_calls (id, client_id, agent_id, lead_id, outcome, started_at, duration_seconds, latency_ms, created_at)
select md5('call-' || i)::uuid, a.client_id, a.id, md5('lead-' || 1 + i % 40)::uuid,
       (enum_range(null::public.call_outcome))[1 + i % 6], at, 20 + i * 37 % 400, 300 + i * 53 % 900, at
from generate_series(1, 811) as i
cross join lateral (select timestamptz '2025-08-19 08:00+00' + make_interval(hours => i * 2) as at) as t
join public.agents as a on a.id = md5('agent-' || 1 + i % 6)::uuid;
insert into public.agent_sms (id, client_id, agent_id, lead_id, direction, to_number, body, status, sent_at, created_at)
select md5('sms-' || i)::uuid, a.client_id, a.id, md5('lead-' || 1 + i % 40)::uuid, 'outbound', '0600000' || lpad(i::text, 3, '0'),
       'Message ' || i, 'delivered', at, at
from generate_series(1, 79) as i
cross join lateral (select timestamptz '2025-08-26 08:00+00' + make_interval(hours => i * 20) as at) as t
join public.agents as a on a.id = md5('agent-' || 1 + i % 6)::uuid;
insert into public.agent_emails (id, client_id, agent_id, lead_id, email_type, subject, from_address, to_address, status, sent_at, created_at)
select md5('email-' || i)::uuid, a.client_id, a.id, md5('lead-' || 1 + i % 40)::uuid,
       (array['follow_up', 'appointment_reminder', 'no_show_follow_up', 'post_appointment'])[1 + i % 4], 'Subject ' || i,
       'agent@example.org', 'lead' || 1 + i % 40 || '@example.org', 'delivered', at, at
from generate_series(1, 31) as i
cross join lateral (select timestamptz '2025-11-14 12:00+00' + make_interval(hours => i * 5) as at) as t
join public.agents as a on a.id = md5('agent-' || 1 + i % 6)::uuid;

analyze;
