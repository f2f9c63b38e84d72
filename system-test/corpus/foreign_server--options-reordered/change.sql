ALTER SERVER elsewhere OPTIONS (DROP host);
ALTER SERVER elsewhere OPTIONS (ADD host 'one.example');
