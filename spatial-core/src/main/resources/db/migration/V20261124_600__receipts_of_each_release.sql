-- A feature received of one release is no longer overwritten by the same feature of another one: each tells other values of it.

ALTER TABLE exchange.receipt DROP CONSTRAINT receipt_pkey,
    ADD PRIMARY KEY (type, tucbs_no, agreement_id, channel, version, release_no);
