-- Stand-in: the table and the view, without encryption; the real one needs a compiled library.
create table vault.secrets (
  id uuid primary key default gen_random_uuid(),
  name text,
  description text not null default '',
  secret text not null,
  key_id uuid,
  nonce bytea,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create unique index on vault.secrets (name) where name is not null;
create view vault.decrypted_secrets as
  select s.id, s.name, s.description, s.secret, null::text as decrypted_secret, s.key_id, s.nonce, s.created_at, s.updated_at
  from vault.secrets as s;
select pg_catalog.pg_extension_config_dump('vault.secrets', '');
