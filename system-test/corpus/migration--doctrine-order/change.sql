UPDATE versions SET executed_at = '2025-01-04' WHERE version LIKE '%20250102000000';
