ALTER TABLE customer RENAME CONSTRAINT customer_email_not_null TO everybody_has_mail;
