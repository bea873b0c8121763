-- What reports, queries and proofs may do: read. By the owner, after each `jibao migrate`:
--
--   psql -d jibao -U jibao_owner -f reader.sql

GRANT SELECT ON ALL TABLES IN SCHEMA jibao TO jibao_reader;
