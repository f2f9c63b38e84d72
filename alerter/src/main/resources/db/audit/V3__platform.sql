-- What a hosting platform owns is not compared one by one, so it does not count either.

alter table catalog_object
    add column platform boolean not null
    generated always as (coalesce(record -> 'carried' ->> 'owner_class' = 'platform', false)) stored;
comment on column catalog_object.platform is 'whether the object is the hosting platform''s and not the user''s';

create index catalog_object_platform on catalog_object (key_hash) where platform;
