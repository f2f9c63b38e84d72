UPDATE drizzle.web_history SET id = 9 WHERE hash = repeat('b2', 32);
