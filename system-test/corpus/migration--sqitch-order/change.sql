UPDATE sqitch.changes SET committed_at = '2025-01-04' WHERE change_id = 'c2';
