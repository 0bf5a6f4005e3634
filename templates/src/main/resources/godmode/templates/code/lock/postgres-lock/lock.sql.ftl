-- Locks with a lease. Rows stay when locks are released: a token must never start over.
-- For PostgreSQL 9.5 and later, and H2 in its PostgreSQL mode.
CREATE TABLE lease_lock (
  name varchar(200) PRIMARY KEY,
  token bigint NOT NULL, -- of the last holder
  leased_until timestamp with time zone NOT NULL -- by the clock of the database
);
