-- Who made the changes behind drifts, where a witness in the database saw it.

create view evenkeel_attribution as
select position, time, type, baseline, target, kind, object_name(key) as object,
       origin ->> 'environment' as environment,
       (origin ->> 'after')::timestamptz as changed_after,
       (origin ->> 'until')::timestamptz as changed_until,
       (origin -> 'witnessed' ->> 'at')::timestamptz as changed_at,
       origin -> 'witnessed' ->> 'command' as command,
       origin -> 'witnessed' ->> 'object' as command_object,
       origin -> 'witnessed' ->> 'sessionRole' as session_role,
       origin -> 'witnessed' ->> 'role' as role,
       origin -> 'witnessed' ->> 'application' as application,
       origin -> 'witnessed' ->> 'address' as address,
       id
from event
cross join lateral (select record -> 'drift' -> 'attribution' as origin) as a
where jsonb_typeof(origin) = 'object';
comment on view evenkeel_attribution is
    'the change behind each event: the side it was made on, the two snapshots it lies between, and who a witness saw make it';
