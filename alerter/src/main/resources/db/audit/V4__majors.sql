-- What only some majors of the server can have is not held against the others, so it does not count against them either.

alter table catalog_object
    add column since_major numeric
    generated always as (case when jsonb_typeof(record -> 'carried' -> 'since_major') = 'number'
                              then (record -> 'carried' ->> 'since_major')::numeric end) stored,
    add column until_major numeric
    generated always as (case when jsonb_typeof(record -> 'carried' -> 'until_major') = 'number'
                              then (record -> 'carried' ->> 'until_major')::numeric end) stored;
comment on column catalog_object.since_major is 'the first major of the server that can have the object, if not all can';
comment on column catalog_object.until_major is 'the last major of the server that can have the object, if not all can';

create index catalog_object_major on catalog_object (key_hash) where since_major is not null or until_major is not null;
