-- Where the licence is told that asks for the attribution.

ALTER TABLE ingest.import ADD COLUMN attribution_link text;

UPDATE ingest.import SET attribution_link = 'https://www.openstreetmap.org/copyright' WHERE attribution LIKE '%OpenStreetMap%';
