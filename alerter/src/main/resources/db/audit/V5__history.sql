-- What was in each catalog when, and a hash chain over what the audit trail holds. The catalogs are read once more from
-- their topics, which are compacted and hold all of them: records are kept as they were on the wire from now on.

drop table catalog_object;
delete from environment_slice;
delete from consumer_offset where topic ~ '^[^.]+[.]catalog[.]';

create table catalog_object (
    environment text not null,
    partition integer not null,
    key_hash bytea not null,
    valid_from bigint not null,
    kind text not null,
    key text not null,
    root text not null,
    record text not null,
    content_hash bytea not null,
    platform boolean not null,
    since_major integer,
    until_major integer,
    primary key (environment, key_hash, partition)
);
create index catalog_object_kind on catalog_object (environment, kind);
create index catalog_object_platform on catalog_object (key_hash) where platform;
create index catalog_object_major on catalog_object (key_hash) where since_major is not null or until_major is not null;
comment on table catalog_object is 'what is in each catalog now';
comment on column catalog_object.key_hash is 'SHA-256 of the key as it is on the wire: a key may be longer than an index entry';
comment on column catalog_object.valid_from is 'the ordinal of the first snapshot of its slice that shows this version';
comment on column catalog_object.content_hash is 'SHA-256 of the length of the key, the key and the record, as they are on the wire';
comment on column catalog_object.platform is 'whether the object is the hosting platform''s and not the user''s';
comment on column catalog_object.since_major is 'the first major of the server that can have the object, if not all can';
comment on column catalog_object.until_major is 'the last major of the server that can have the object, if not all can';

create table object_history (
    like catalog_object including comments,
    valid_to bigint not null check (valid_to > valid_from),
    primary key (environment, key_hash, partition, valid_from)
);
create index object_history_end on object_history (environment, partition, valid_to);
comment on table object_history is 'versions of objects that are no more; what is now is in catalog_object';
comment on column object_history.valid_to is 'the ordinal of the first snapshot of its slice that shows it no more';

create table slice_state (
    environment text not null,
    partition integer not null,
    ordinal bigint not null,
    changing boolean not null,
    objects bigint not null,
    fingerprint text not null,
    status text not null,
    epoch bigint not null,
    sequence bigint not null,
    recorded_at timestamptz not null,
    seen_at timestamptz not null,
    primary key (environment, partition)
);
comment on table slice_state is 'how far the history of each environment and partition is written';
comment on column slice_state.ordinal is 'of the newest row in snapshot_slice';
comment on column slice_state.changing is 'whether objects changed since: they belong to the next ordinal';
comment on column slice_state.fingerprint is 'of what catalog_object holds of the slice';
comment on column slice_state.seen_at is 'the last instant for which what it holds is known to be true';

create table kind_set (
    hash bytea primary key,
    kinds text not null
);
comment on table kind_set is 'what snapshots said of the kinds: they seldom say something new';

create table snapshot_slice (
    id bigint generated always as identity primary key,
    environment text not null,
    partition integer not null,
    partitions integer not null,
    ordinal bigint not null,
    epoch bigint not null,
    sequence bigint not null,
    taken_at timestamptz not null,
    published_at timestamptz not null,
    received_at timestamptz not null,
    seen_until timestamptz,
    failure_reason text,
    objects bigint not null,
    fingerprint text not null,
    held text not null,
    changes bytea not null,
    kinds bytea not null references kind_set (hash),
    marker jsonb not null,
    unique (environment, partition, ordinal)
);
create index snapshot_slice_order on snapshot_slice (environment, epoch, sequence);
comment on table snapshot_slice is
    'the snapshots that said something new, and one an hour: the part of each that lies in one partition';
comment on column snapshot_slice.ordinal is 'counts the rows of one environment and partition from 1';
comment on column snapshot_slice.taken_at is 'the instant for which it is known to be true; of a failure, when it was published';
comment on column snapshot_slice.seen_until is 'the last instant for which the row before this one is known to be true';
comment on column snapshot_slice.fingerprint is 'of the slice, as its marker says';
comment on column snapshot_slice.held is 'of the slice, as the object versions add up: another one if records were missed';
comment on column snapshot_slice.changes is
    'for each version that begins here, eight bytes of key_hash and of SHA-256(content_hash, root); zeroes: the object ends';
comment on column snapshot_slice.marker is 'as it was on the wire, without the kinds';

create table chain_link (
    number bigint primary key,
    subject text not null,
    ref bigint not null,
    content bytea not null,
    hash bytea not null,
    made_at timestamptz not null
);
create index chain_link_ref on chain_link (subject, ref);
comment on table chain_link is 'one row for each event and snapshot: its content''s hash, chained to all before it';

create table chain_checkpoint (
    id bigint generated always as identity primary key,
    cut_number bigint not null,
    cut_hash bytea not null,
    before timestamptz not null,
    made_at timestamptz not null
);
comment on table chain_checkpoint is 'the chain where it was cut by retention, itself a row of the chain';

create table checkpoint_slice (
    checkpoint bigint not null references chain_checkpoint (id) on delete cascade,
    environment text not null,
    partition integer not null,
    ordinal bigint not null,
    versions_hash bytea not null,
    versions bytea,
    primary key (checkpoint, environment, partition)
);
comment on table checkpoint_slice is 'the object versions of the oldest snapshot that retention left, of the newest checkpoint';

create view history_base as
select environment, partition, ordinal, versions
from checkpoint_slice
where checkpoint = (select max(id) from chain_checkpoint);
comment on view history_base is 'where the history of each environment and partition begins since retention cut it';

create table chain (
    one boolean primary key default true check (one),
    head_number bigint not null,
    head_hash bytea not null,
    tail_number bigint not null,
    tail_hash bytea not null,
    events_before bigint not null
);
comment on table chain is 'where the chain ends and begins; who adds to it locks this row';
comment on column chain.events_before is 'events up to this position were there before the chain was';
insert into chain (head_number, head_hash, tail_number, tail_hash, events_before)
select 0, genesis, 0, genesis, (select coalesce(max(position), 0) from event)
from sha256('evenkeel audit chain') as genesis;

-- What dashboards and people may read: names stay as they are when tables change. docs/audit.md describes them.

create function object_name(key jsonb) returns text
language sql immutable parallel safe as $$
    select string_agg(name, '.' order by place)
    from jsonb_array_elements_text(key) with ordinality as part (name, place) where place > 1
$$;
comment on function object_name(jsonb) is 'the names of a key, joined by dots, for people';

create view evenkeel_events as
select position, time, received_at, type, baseline, target, kind, object_name(key) as object, change, severity, category,
       episode, id
from event;
comment on view evenkeel_events is 'what happened to drifts';

create view evenkeel_open_drift as
select baseline, target, kind, object_name(key) as object, change, severity, category, opened_at, changed_at, id as episode
from drift;
comment on view evenkeel_open_drift is 'the drifts that are open now';

create view evenkeel_environments as
select environment, min(read_at) as read_at, max(published_at) as published_at, max(failure_reason) as failure_reason,
       sum(objects) as objects
from environment_slice
group by environment;
comment on view evenkeel_environments is 'how each environment was last heard of';

create view evenkeel_snapshots as
select environment, epoch, sequence, max(taken_at) as taken_at, max(published_at) as published_at,
       max(failure_reason) as failure_reason, sum(octet_length(changes) / 16) as objects_changed,
       bool_and(fingerprint = held) as complete
from snapshot_slice
group by environment, epoch, sequence;
comment on view evenkeel_snapshots is 'the snapshots that said something new, and one an hour';

create view evenkeel_object_versions as
select v.environment, v.kind, object_name(v.key::jsonb) as object, f.taken_at as valid_from, t.taken_at as valid_to,
       v.record::jsonb -> 'attributes' as attributes
from (select environment, partition, kind, key, valid_from, null::bigint as valid_to, record from catalog_object
      union all
      select environment, partition, kind, key, valid_from, valid_to, record from object_history) v
left join snapshot_slice f
  on f.environment = v.environment and f.partition = v.partition and f.ordinal = v.valid_from
left join snapshot_slice t
  on t.environment = v.environment and t.partition = v.partition and t.ordinal = v.valid_to;
comment on view evenkeel_object_versions is
    'what each object was when; valid_from is null where retention has removed the snapshot, valid_to where it is so now';

create view evenkeel_deliveries as
select id, receiver, event_id, baseline, target, state, attempts, created_at, done_at, last_result
from delivery;
comment on view evenkeel_deliveries is 'who was told of which event, and what became of it';
