create table rule (
    id bigint generated always as identity primary key,
    name text not null,
    rule jsonb not null,
    made_by text not null,
    made_at timestamptz not null,
    ended_by text,
    ended_at timestamptz
);
create unique index rule_in_force on rule (name) where ended_at is null;
comment on table rule is 'rules that people made from the command line, the API or the console; rules in files are not here';
comment on column rule.rule is 'as docs/rules.md describes it';
comment on column rule.ended_at is 'when somebody withdrew it: it is not asked any more, and stays as a record of who decided what';
