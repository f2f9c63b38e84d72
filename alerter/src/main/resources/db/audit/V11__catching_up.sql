-- Renewing a lease changes no key, and need not wait for those who confirmed theirs; a new term is another key.
create unique index leader_term on leader (name, term);

-- The newest event of an episode, however many events there are and whatever the planner takes their number to be.
drop index event_episode;
create index event_episode on event (episode, position);
