-- What the topics said, kept so that it can be queried, shown and delivered. The schema is made by Flyway.

create table consumer_offset (
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
);
comment on table consumer_offset is 'where to read on: written in the transaction of the rows, hence exactly once';

create table rejected_record (
    topic text not null,
    partition integer not null,
    record_offset bigint not null,
    why text not null,
    received_at timestamptz not null,
    primary key (topic, partition, record_offset)
);
comment on table rejected_record is 'records that are not what their topic holds; the reading went on';

create table environment_slice (
    environment text not null,
    partition integer not null,
    partitions integer not null,
    epoch bigint not null,
    sequence bigint not null,
    read_at timestamptz,
    published_at timestamptz not null,
    failure_reason text,
    objects bigint not null,
    received_at timestamptz not null,
    record jsonb not null,
    primary key (environment, partition)
);
comment on table environment_slice is 'the newest marker of each environment and partition';

create table catalog_object (
    environment text not null,
    key_hash bytea not null,
    partition integer not null,
    kind text not null,
    key jsonb not null,
    root jsonb not null,
    record jsonb not null,
    primary key (environment, key_hash)
);
create index catalog_object_kind on catalog_object (environment, kind);
comment on table catalog_object is 'what is in each catalog now';
comment on column catalog_object.key_hash is 'SHA-256 of the key as it is on the wire: a key may be longer than an index entry';

create table comparison_slice (
    baseline text not null,
    target text not null,
    partition integer not null,
    partitions integer not null,
    open_drifts bigint not null,
    evaluated_at timestamptz not null,
    received_at timestamptz not null,
    record jsonb not null,
    primary key (baseline, target, partition)
);
comment on table comparison_slice is 'how far each comparison is measured in each partition';

create table drift (
    baseline text not null,
    target text not null,
    key_hash bytea not null,
    id text not null,
    kind text not null,
    key jsonb not null,
    change text not null,
    severity text not null,
    category text not null,
    plan_order integer not null,
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    record jsonb not null,
    primary key (baseline, target, key_hash)
);
comment on table drift is 'the drifts that are open now';

create table event (
    id text primary key,
    position bigint generated always as identity unique,
    type text not null,
    episode text not null,
    baseline text not null,
    target text not null,
    kind text not null,
    key jsonb not null,
    change text not null,
    severity text not null,
    category text not null,
    time timestamptz not null,
    received_at timestamptz not null,
    record jsonb not null
);
create index event_time on event (time);
create index event_episode on event (episode);
comment on table event is 'what happened to drifts, once each: a replay finds the row there already';

create table delivery (
    id bigint generated always as identity primary key,
    receiver text not null,
    event_id text not null references event (id),
    baseline text not null,
    target text not null,
    state text not null default 'pending' check (state in ('pending', 'delivered', 'dead')),
    message text,
    attempts integer not null default 0,
    created_at timestamptz not null,
    due_at timestamptz not null,
    done_at timestamptz,
    last_result text,
    unique (receiver, event_id)
);
create index delivery_pending on delivery (receiver, id) where state = 'pending';
comment on table delivery is 'the outbox: one row for each event and receiver, made in the transaction of the event';
comment on column delivery.message is 'which rows went out together: fixed at the first attempt, so that a repeat is the same message';
