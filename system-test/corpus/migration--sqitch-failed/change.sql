INSERT INTO deployments.events (event, change_id, change, project, committed_at, committer_name, committer_email, planned_at, planner_name, planner_email) VALUES
    ('fail', 'c4', 'change_pass', 'flipr', '2025-01-04', 'Bob', 'bob@example.org', '2025-01-04', 'Ann', 'ann@example.org');
