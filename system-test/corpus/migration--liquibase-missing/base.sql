CREATE TABLE databasechangelog (
    id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL, dateexecuted timestamp NOT NULL,
    orderexecuted int NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255), comments varchar(255),
    tag varchar(255), liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id varchar(10));
CREATE TABLE databasechangeloglock (
    id int NOT NULL, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255),
    CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id));
INSERT INTO databasechangeloglock VALUES (1, false, NULL, NULL);
INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype, md5sum, description) VALUES
    ('1', 'ann', 'db/changelog.xml', '2025-01-01', 1, 'EXECUTED', '9:aaaa', 'createTable tableName=orders'),
    ('2', 'bob', 'db/changelog.xml', '2025-01-02', 2, 'EXECUTED', '9:bbbb', 'addColumn tableName=orders'),
    ('2', 'ann', 'db/changelog.xml', '2025-01-02', 3, 'EXECUTED', '8:cccc', 'sql');
