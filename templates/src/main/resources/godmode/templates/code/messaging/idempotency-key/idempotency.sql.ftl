-- Requests with a key, and what was answered.
-- For PostgreSQL 9.5 and later, and H2 in its PostgreSQL mode.
CREATE TABLE idempotency (
  caller varchar(200) NOT NULL,
  idempotency_key varchar(200) NOT NULL,
  request_hash varchar(64) NOT NULL, -- SHA-256 of method, path and body
  attempt bigint NOT NULL, -- counts those who were at work on it
  busy_until timestamp with time zone NOT NULL, -- another may take over after that
  expires_at timestamp with time zone NOT NULL, -- the key is as new after that
  status integer, -- NULL: not answered yet
  content_type varchar(200),
  body bytea,
  PRIMARY KEY (caller, idempotency_key)
);

CREATE INDEX idempotency_by_age ON idempotency (expires_at);
