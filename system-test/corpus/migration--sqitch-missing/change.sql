DELETE FROM sqitch.changes WHERE change_id = 'c3';
INSERT INTO sqitch.events (event, change_id, change, project, committed_at, committer_name, committer_email, planned_at, planner_name, planner_email) VALUES
    ('revert', 'c3', 'insert_user', 'flipr', '2025-01-04', 'Bob', 'bob@example.org', '2025-01-03', 'Ann', 'ann@example.org');
