-- What was received under an earlier version of an agreement, or as a piece of a map of an earlier release, is no longer overwritten by
-- what was received later: the version says which fields were told, and the release which features lay there.

ALTER TABLE exchange.receipt DROP CONSTRAINT receipt_pkey,
    ADD PRIMARY KEY (type, tucbs_no, agreement_id, channel, version);

ALTER TABLE exchange.receipt_map DROP CONSTRAINT receipt_map_pkey,
    ADD PRIMARY KEY (agreement_id, type, channel, place, version, release_no);

CREATE INDEX ON exchange.receipt_map (type, release_no);
