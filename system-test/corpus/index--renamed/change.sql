ALTER INDEX customer_email RENAME TO customer_mail;
