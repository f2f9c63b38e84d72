ALTER DOMAIN email SET DEFAULT 'nobody@example.org';
