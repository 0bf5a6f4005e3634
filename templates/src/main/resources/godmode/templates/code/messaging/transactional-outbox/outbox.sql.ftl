-- Messages that are not sent yet; a row goes when its message is sent.
-- For PostgreSQL 10 and later, and H2 in its PostgreSQL mode.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_key varchar(200) NOT NULL,
  payload text NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  due_at timestamp with time zone, -- NULL: at once; later after a failure
  failure text -- the last one
);

CREATE INDEX outbox_by_key ON outbox (message_key, id);
