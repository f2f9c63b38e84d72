UPDATE ecto_history SET inserted_at = '2025-01-04' WHERE version = 20250102000000;
