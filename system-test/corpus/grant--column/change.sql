GRANT UPDATE (iban) ON account TO corpus_clerk;
