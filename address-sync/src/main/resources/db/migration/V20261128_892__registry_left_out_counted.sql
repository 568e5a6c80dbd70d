-- What the view left_out holds takes the whole city to find: it is kept as the last count found it, and shown from here.

CREATE TABLE registry.left_out_counted (
    level         text   NOT NULL,
    id            uuid   NOT NULL,
    neighbourhood bigint NOT NULL,
    label         text,
    missing       text   NOT NULL
);
CREATE INDEX left_out_counted_place ON registry.left_out_counted (neighbourhood);
GRANT SELECT, INSERT, DELETE ON registry.left_out_counted TO kent_desk;
