-- What each receiver was told, so that what it should be told can be held against it.

alter table delivery drop constraint delivery_event_id_fkey;
alter table delivery
    add column type text,
    add column episode text,
    add column telling text,
    add column severity text,
    add column plan_order integer,
    add column opened_at timestamptz,
    add column record jsonb;
update delivery d
set type = e.type, episode = e.episode, telling = e.episode, severity = e.severity,
    plan_order = (e.record -> 'drift' ->> 'order')::integer,
    opened_at = (e.record -> 'drift' ->> 'openedAt')::timestamptz
from event e
where e.id = d.event_id;
alter table delivery
    alter column type set not null,
    alter column episode set not null,
    alter column telling set not null,
    alter column severity set not null,
    alter column plan_order set not null,
    alter column opened_at set not null;
comment on table delivery is 'the outbox: one row for each step of a drift that a receiver is told of';
comment on column delivery.event_id is 'the id that goes out: of the event, or of a step that only the alerter knows';
comment on column delivery.telling is 'the event_id of the row that told the drift as open: all that is told of it later';
comment on column delivery.severity is 'as judged when it was told';
comment on column delivery.record is 'what is told, if it is not just what the event says';
create index delivery_telling on delivery (receiver, telling, id);
create index delivery_done on delivery (receiver, done_at);

create table told (
    receiver text not null,
    episode text not null,
    baseline text not null,
    target text not null,
    telling text not null,
    changed_at timestamptz not null,
    told_at timestamptz not null,
    primary key (receiver, episode)
);
comment on table told is 'the drifts that each receiver takes to be open, and the shape in which it knows them';
insert into told
select distinct on (d.receiver, d.episode)
    d.receiver, d.episode, d.baseline, d.target, d.telling,
    (e.record -> 'drift' ->> 'changedAt')::timestamptz, d.created_at
from delivery d
join event e on e.id = d.event_id
where not exists (select from event r where r.episode = d.episode and r.type = 'resolved')
  and exists (select from comparison_slice s where s.baseline = d.baseline and s.target = d.target)
order by d.receiver, d.episode, e.position desc;

create table dispatch (
    one boolean primary key default true check (one),
    position bigint not null
);
insert into dispatch (position) select coalesce(max(position), 0) from event;
comment on table dispatch is 'up to which event it was decided whom to tell';

create table quiet (
    id bigint generated always as identity primary key,
    type text not null check (type in ('silence', 'acknowledgement', 'window')),
    baseline text,
    target text,
    kind text,
    object text,
    author text not null,
    reason text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null
);
create index quiet_end on quiet (ends_at);
comment on table quiet is 'when people do not want to be told, and of what: null stands for anything';
comment on column quiet.object is 'a pattern for the name, with * and ?';

create table leader (
    name text primary key,
    holder text not null,
    term bigint not null default 1,
    held_until timestamptz not null
);
comment on table leader is 'which of several processes does what only one may do; its lease, by the clock of this database';
comment on column leader.term is 'grows whenever another process takes over';
