-- Sagas and how far they are.
-- For PostgreSQL 9.5 and later, and H2 in its PostgreSQL mode.
CREATE TABLE saga (
  id varchar(100) PRIMARY KEY,
  kind varchar(100) NOT NULL,
  input text NOT NULL,
  state varchar(10) DEFAULT 'RUNNING' NOT NULL, -- UNDOING after a failure; then DONE or UNDONE
  step integer DEFAULT 0 NOT NULL, -- to be run next, or to be undone next
  fence bigint DEFAULT 0 NOT NULL, -- counts who took it over
  due_at timestamp with time zone NOT NULL -- nobody takes it over before
);

CREATE INDEX saga_by_due ON saga (kind, state, due_at);
