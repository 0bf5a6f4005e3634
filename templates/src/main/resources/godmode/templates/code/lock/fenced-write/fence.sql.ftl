-- The highest token that has written to each resource. Rows must stay.
-- For PostgreSQL 9.5 and later, and H2 in its PostgreSQL mode.
CREATE TABLE fence (
  resource varchar(200) PRIMARY KEY,
  token bigint NOT NULL
);
