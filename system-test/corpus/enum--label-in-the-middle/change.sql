ALTER TYPE mood ADD VALUE 'fine' BEFORE 'happy';
