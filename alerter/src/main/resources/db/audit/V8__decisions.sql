-- What people decided, as rows that never change and hang on the chain; the tables "rule" and "quiet" say what holds now.

create table decision (
    id bigint generated always as identity primary key,
    what text not null check (what in ('rule_made', 'rule_ended', 'quiet_begun', 'quiet_ended')),
    ref bigint not null,
    actor text not null,
    decided_at timestamptz not null,
    content jsonb not null
);
create unique index decision_of on decision (ref, what);
comment on table decision is 'who decided what and when: one row for each rule or quiet time that was made, and one for its end';
comment on column decision.ref is 'the id in the table rule or quiet';
comment on column decision.content is 'the rule, or the quiet time, as it was decided';

create function quiet_content(q quiet) returns jsonb
language sql immutable as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'type', q.type, 'baseline', q.baseline, 'target', q.target, 'kind', q.kind, 'object', q.object,
        'author', q.author, 'reason', q.reason,
        'starts_at', to_char(q.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'ends_at', to_char(q.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
$$;
comment on function quiet_content(quiet) is 'a quiet time as a decision has it';

alter table chain
    add column rules_before bigint not null default 0,
    add column quiets_before bigint not null default 0;
comment on column chain.rules_before is 'rules up to this id were there before decisions were chained';
comment on column chain.quiets_before is 'quiet times up to this id were there before decisions were chained';
update chain set rules_before = (select coalesce(max(id), 0) from rule),
                 quiets_before = (select coalesce(max(id), 0) from quiet);

create view evenkeel_decisions as
select id, decided_at as time, what, actor, coalesce(content ->> 'name', content ->> 'type') as name, content
from decision;
comment on view evenkeel_decisions is 'who decided what: rules, acceptances, silences, acknowledgements and deploy windows';
