ALTER DOMAIN email RENAME CONSTRAINT email_not_null TO email_given;
