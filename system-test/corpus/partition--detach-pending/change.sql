-- what an interrupted DETACH PARTITION ... CONCURRENTLY leaves behind
UPDATE pg_inherits SET inhdetachpending = true
 WHERE inhrelid = 'event_2025'::regclass;
