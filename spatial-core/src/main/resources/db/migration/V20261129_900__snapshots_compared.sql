-- The snapshot one was compared with when it was published, of the same theme and under the same model: beside each of its tables stand,
-- in <type>_fark, the identities of what differs. Null where nothing was compared; then a change feed joins both whole.
ALTER TABLE release.snapshot ADD COLUMN follows bigint REFERENCES release.snapshot;
