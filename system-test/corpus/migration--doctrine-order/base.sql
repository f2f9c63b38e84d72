CREATE TABLE versions (
    version VARCHAR(191) NOT NULL, executed_at TIMESTAMP(0) WITHOUT TIME ZONE DEFAULT NULL, execution_time INT DEFAULT NULL, PRIMARY KEY (version));
INSERT INTO versions VALUES
    ('DoctrineMigrations\Version20250101000000', '2025-01-01', 5), ('DoctrineMigrations\Version20250102000000', '2025-01-02', 5),
    ('DoctrineMigrations\Version20250103000000', '2025-01-03', 5);
