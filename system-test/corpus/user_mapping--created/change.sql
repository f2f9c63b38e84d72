CREATE USER MAPPING FOR corpus_app SERVER elsewhere OPTIONS (user 'remote', password 'never shown');
