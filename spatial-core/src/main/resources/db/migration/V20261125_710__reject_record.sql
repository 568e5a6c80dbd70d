-- Which record of the source it was: its number among those of its type, in the order of the file. Of a rejected record without an identity
-- it is all there is to find it by.
ALTER TABLE ingest.reject ADD COLUMN record_no bigint;
