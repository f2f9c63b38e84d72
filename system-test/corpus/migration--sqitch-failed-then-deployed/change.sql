-- the plan was mended in between, which gives the change another id
INSERT INTO sqitch.events (event, change_id, change, project, committed_at, committer_name, committer_email, planned_at, planner_name, planner_email) VALUES
    ('fail', 'c0', 'insert_user', 'flipr', '2025-01-02 20:00Z', 'Bob', 'bob@example.org', '2025-01-02', 'Ann', 'ann@example.org');
