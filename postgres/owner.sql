-- Roles, database and schema of a store on a server; once, by the server's administrator:
--
--   psql -d postgres -f owner.sql
--
-- Then give each role a password (\password jibao_writer) or let pg_hba.conf say how it proves
-- itself, run `jibao migrate` with the owner's connection, and writer.sql and reader.sql after it.

CREATE ROLE jibao_owner LOGIN;
CREATE ROLE jibao_writer LOGIN;
CREATE ROLE jibao_reader LOGIN;

CREATE DATABASE jibao OWNER jibao_owner TEMPLATE template0 ENCODING 'UTF8';

-- TEMPORARY: a snapshot is staged, and a report worked out, in tables of the session's own.
REVOKE ALL ON DATABASE jibao FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE jibao TO jibao_writer, jibao_reader;

\connect jibao
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA jibao AUTHORIZATION jibao_owner;
GRANT USAGE ON SCHEMA jibao TO jibao_writer, jibao_reader;
