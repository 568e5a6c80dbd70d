-- Use of the agreements: requests spent, what was answered per layer and month, and who received which feature.

CREATE TABLE exchange.meter (
    agreement_id bigint NOT NULL REFERENCES exchange.agreement,
    month        date   NOT NULL,
    requests     bigint NOT NULL,
    PRIMARY KEY (agreement_id, month)
);

CREATE TABLE exchange.statistic (
    agreement_id bigint      NOT NULL REFERENCES exchange.agreement,
    month        date        NOT NULL,
    type         text        NOT NULL,
    channel      text        NOT NULL,
    answers      bigint      NOT NULL,
    features     bigint      NOT NULL,
    bytes        bigint      NOT NULL,
    last_at      timestamptz NOT NULL,
    PRIMARY KEY (agreement_id, month, type, channel)
);

-- One row per feature an agreement received by a channel that names features, for each version of the agreement, which says what fields were
-- told, and for each release, which tells other values of it.
CREATE TABLE exchange.receipt (
    type         text        NOT NULL,
    tucbs_no     uuid        NOT NULL,
    agreement_id bigint      NOT NULL REFERENCES exchange.agreement,
    channel      text        NOT NULL,
    version      integer     NOT NULL,
    release_no   bigint      NOT NULL,
    first_at     timestamptz NOT NULL,
    last_at      timestamptz NOT NULL,
    PRIMARY KEY (type, tucbs_no, agreement_id, channel, version, release_no)
);

-- One row per piece of a map that was answered: what lay in it in that release was received. Box in CRS84.
CREATE TABLE exchange.receipt_map (
    agreement_id bigint      NOT NULL REFERENCES exchange.agreement,
    type         text        NOT NULL,
    channel      text        NOT NULL,
    place        text        NOT NULL,
    box          geometry(Polygon, 4326) NOT NULL,
    version      integer     NOT NULL,
    release_no   bigint      NOT NULL,
    first_at     timestamptz NOT NULL,
    last_at      timestamptz NOT NULL,
    PRIMARY KEY (agreement_id, type, channel, place, version, release_no)
);
CREATE INDEX ON exchange.receipt_map USING gist (box);
CREATE INDEX ON exchange.receipt_map (type, release_no);

-- What a node has shipped of its journal, so that shipping twice counts once.
CREATE TABLE exchange.shipped (
    journal text   PRIMARY KEY,
    line_no bigint NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON exchange.meter, exchange.statistic, exchange.receipt, exchange.receipt_map, exchange.shipped TO kent_desk;
-- Receipts older than the operator wants to keep them are forgotten (KENT_RECEIPTS_YEARS).
GRANT DELETE ON exchange.receipt, exchange.receipt_map TO kent_desk;
