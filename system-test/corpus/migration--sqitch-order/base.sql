CREATE SCHEMA sqitch;
CREATE TABLE sqitch.projects (
    project TEXT PRIMARY KEY, uri TEXT UNIQUE, created_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(), creator_name TEXT NOT NULL,
    creator_email TEXT NOT NULL);
CREATE TABLE sqitch.changes (
    change_id TEXT PRIMARY KEY, script_hash TEXT, change TEXT NOT NULL,
    project TEXT NOT NULL REFERENCES sqitch.projects (project) ON UPDATE CASCADE, note TEXT NOT NULL DEFAULT '',
    committed_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(), committer_name TEXT NOT NULL, committer_email TEXT NOT NULL,
    planned_at TIMESTAMPTZ NOT NULL, planner_name TEXT NOT NULL, planner_email TEXT NOT NULL, UNIQUE (project, script_hash));
CREATE TABLE sqitch.events (
    event TEXT NOT NULL CONSTRAINT events_event_check CHECK (event IN ('deploy', 'revert', 'fail', 'merge')), change_id TEXT NOT NULL,
    change TEXT NOT NULL, project TEXT NOT NULL REFERENCES sqitch.projects (project) ON UPDATE CASCADE, note TEXT NOT NULL DEFAULT '',
    requires TEXT[] NOT NULL DEFAULT '{}', conflicts TEXT[] NOT NULL DEFAULT '{}', tags TEXT[] NOT NULL DEFAULT '{}',
    committed_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(), committer_name TEXT NOT NULL, committer_email TEXT NOT NULL,
    planned_at TIMESTAMPTZ NOT NULL, planner_name TEXT NOT NULL, planner_email TEXT NOT NULL, PRIMARY KEY (change_id, committed_at));
INSERT INTO sqitch.projects VALUES ('flipr', NULL, '2025-01-01', 'Ann', 'ann@example.org');
INSERT INTO sqitch.changes VALUES
    ('c1', 'h1', 'appschema', 'flipr', '', '2025-01-01', 'Ann', 'ann@example.org', '2025-01-01', 'Ann', 'ann@example.org'),
    ('c2', 'h2', 'users', 'flipr', '', '2025-01-02', 'Ann', 'ann@example.org', '2025-01-02', 'Ann', 'ann@example.org'),
    ('c3', 'h3', 'insert_user', 'flipr', '', '2025-01-03', 'Ann', 'ann@example.org', '2025-01-03', 'Ann', 'ann@example.org');
INSERT INTO sqitch.events (event, change_id, change, project, committed_at, committer_name, committer_email, planned_at, planner_name, planner_email)
SELECT 'deploy', change_id, change, project, committed_at, committer_name, committer_email, planned_at, planner_name, planner_email FROM sqitch.changes;
