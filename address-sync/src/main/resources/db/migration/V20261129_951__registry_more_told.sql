-- What the registry tells beside what it told so far: of a street its centre lines (in geom), of a door the other construction or the parcel
-- it leads to, of a unit its condition.

ALTER TABLE registry.entry ADD COLUMN other_construction text;   -- TUCBS number
ALTER TABLE registry.entry ADD COLUMN parcel bigint;          -- taşınmaz kimlik no
ALTER TABLE registry.entry ADD COLUMN condition text;         -- of a unit; that of a building is its detail
ALTER TABLE registry.incoming ADD COLUMN other_construction text;
ALTER TABLE registry.incoming ADD COLUMN parcel bigint;
ALTER TABLE registry.incoming ADD COLUMN condition text;
CREATE INDEX side_of_street ON registry.side (street);

-- Of a line its length, as of an outline its size.
CREATE OR REPLACE FUNCTION registry.place_text(place geometry) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN (SELECT concat(round(ST_Y(centre)::numeric, 6), ', ', round(ST_X(centre)::numeric, 6),
                          CASE ST_Dimension(place) WHEN 1 THEN concat(' · ', round(ST_Length(place)::numeric), ' m')
                                                   WHEN 2 THEN concat(' · ', round(ST_Area(place)::numeric), ' m²') END)
            FROM (SELECT ST_Transform(ST_Centroid(place), 4326) AS centre) c);
