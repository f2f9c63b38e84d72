UPDATE versions SET run_on = '2025-01-04' WHERE version = '20250102000000';
