-- The city and the registry are compared in more than their words: in where something is, too.

-- A place in words of no language: latitude and longitude, of an outline also its size.
CREATE FUNCTION registry.place_text(place geometry) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN (SELECT concat(round(ST_Y(centre)::numeric, 6), ', ', round(ST_X(centre)::numeric, 6),
                          CASE WHEN ST_Dimension(place) = 2 THEN concat(' · ', round(ST_Area(place)::numeric), ' m²') END)
            FROM (SELECT ST_Transform(ST_Centroid(place), 4326) AS centre) c);

-- What agreed so far agreed in less: the next comparison looks at each of these pairs once. Those in conflict are looked at in any case.
UPDATE registry.entry e SET agreed_theirs = NULL
WHERE agreed_theirs IS NOT NULL AND NOT EXISTS (SELECT FROM registry.conflict c
    WHERE c.level = e.level AND c.code = e.code AND c.state IN ('open', 'ignored'));
