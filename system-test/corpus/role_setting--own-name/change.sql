ALTER ROLE corpus_app SET app.jwt_secret = 'two';
