-- The ministry's layers (data/profiles/tucbs.yaml): views in schema tucbs, read by staff and partners, never by the public.
-- What they show lies in tucbs_data, one partition per snapshot; publishing fills it (see docs/decisions/0005-ministry-views.md).

CREATE SCHEMA tucbs;
CREATE SCHEMA tucbs_data;
GRANT USAGE ON SCHEMA tucbs TO kent_yayin;
COMMENT ON SCHEMA tucbs IS 'The ministry''s layers of the release that is served';
COMMENT ON SCHEMA tucbs_data IS 'What the ministry''s layers show, one partition per snapshot';
