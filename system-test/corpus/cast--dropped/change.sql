DROP CAST (text AS mood);
