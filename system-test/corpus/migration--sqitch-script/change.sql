UPDATE sqitch.changes SET script_hash = 'h9' WHERE change_id = 'c2';
