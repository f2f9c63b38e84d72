-- Who changed which object, where a witness in the database saw it.

create table object_witness (
    environment text not null,
    partition integer not null,
    key_hash bytea not null,
    ordinal bigint not null,
    witnessed jsonb not null,
    primary key (environment, partition, ordinal, key_hash)
);
comment on table object_witness is
    'who made, changed or dropped an object, as a witness in the database saw it; not on the chain, as it is a hint';
comment on column object_witness.ordinal is 'of the first snapshot that shows what was made of the object';

create or replace view evenkeel_object_versions as
select v.environment, v.kind, object_name(v.key::jsonb) as object, f.taken_at as valid_from, t.taken_at as valid_to,
       v.record::jsonb -> 'attributes' as attributes, f.seen_until as changed_after, w.witnessed
from (select environment, partition, kind, key, key_hash, valid_from, null::bigint as valid_to, record
      from catalog_object
      union all
      select environment, partition, kind, key, key_hash, valid_from, valid_to, record from object_history) v
left join snapshot_slice f
  on f.environment = v.environment and f.partition = v.partition and f.ordinal = v.valid_from
left join snapshot_slice t
  on t.environment = v.environment and t.partition = v.partition and t.ordinal = v.valid_to
left join object_witness w
  on w.environment = v.environment and w.partition = v.partition and w.ordinal = v.valid_from
     and w.key_hash = v.key_hash;
