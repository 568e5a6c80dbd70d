-- The same releases as before, found without reading the whole journal for each: only what is kept is looked at, and a release's last
-- entry is found by its index.

CREATE INDEX journal_release ON release.journal (release_no, entry_no);

CREATE OR REPLACE VIEW release.withdrawn AS
    SELECT taken.release_no
      FROM release.release taken
     CROSS JOIN LATERAL (SELECT max(own.entry_no) AS entry_no FROM release.journal own
                          WHERE own.release_no = taken.release_no) last
     WHERE taken.state = 'published'
       AND EXISTS (SELECT FROM release.journal back
                    WHERE back.action = 'rollback' AND back.release_no < taken.release_no
                      AND back.entry_no > last.entry_no);
