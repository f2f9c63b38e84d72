CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE FUNCTION mood(text) RETURNS mood LANGUAGE sql AS 'SELECT ''happy''::mood';
CREATE FUNCTION humour(text) RETURNS mood LANGUAGE sql AS 'SELECT ''sad''::mood';
CREATE CAST (text AS mood) WITH FUNCTION mood(text);
