INSERT INTO ef_history VALUES ('20250103000000_Invoices', '9.0.1');
