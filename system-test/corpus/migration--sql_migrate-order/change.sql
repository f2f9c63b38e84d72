UPDATE ran_scripts SET applied_at = '2025-01-04' WHERE id = '20250102-orders.sql';
