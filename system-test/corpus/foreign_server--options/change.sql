ALTER SERVER elsewhere OPTIONS (SET host 'two.example', DROP port);
