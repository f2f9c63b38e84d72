DELETE FROM job;
DELETE FROM measure;
DELETE FROM file;
DELETE FROM seen;
DELETE FROM grant_request;
DELETE FROM report;
