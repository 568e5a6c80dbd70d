-- Releases somebody took back: a rollback withdraws every release after the one it returns to, each until it is served again. Staff may
-- still read them, nobody else.

CREATE VIEW release.withdrawn AS
    SELECT release_no
      FROM release.release taken
     WHERE EXISTS (SELECT FROM release.journal back
                    WHERE back.action = 'rollback' AND back.release_no < taken.release_no
                      AND back.entry_no > (SELECT max(own.entry_no) FROM release.journal own
                                            WHERE own.release_no = taken.release_no));
GRANT SELECT ON release.withdrawn TO kent_acik, kent_yayin, kent_desk;
