-- Messages that took effect, for each consumer.
-- For PostgreSQL 9.5 and later, and H2 in its PostgreSQL mode.
CREATE TABLE inbox (
  consumer varchar(100) NOT NULL,
  message_id varchar(200) NOT NULL,
  received_at timestamp with time zone NOT NULL,
  PRIMARY KEY (consumer, message_id)
);

CREATE INDEX inbox_by_age ON inbox (received_at);
