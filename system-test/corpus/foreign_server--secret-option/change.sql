ALTER SERVER elsewhere OPTIONS (SET api_key 'two');
