INSERT INTO sqitch.changes VALUES
    ('c9', 'h9', 'insert_user', 'flipr', '', '2025-01-09', 'Ann', 'ann@example.org', '2025-01-09', 'Ann', 'ann@example.org');
