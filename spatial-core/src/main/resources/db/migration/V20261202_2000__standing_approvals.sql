-- Decisions that still approve their content. One under which a release was served that somebody took back approves nothing any more: what
-- stood in it is decided again, unless another release with the same content stands, or a decision came after it was taken back.
CREATE VIEW release.standing_approval AS
    SELECT a.snapshot_id, a.content_hash, a.body, a.decision_no, a.decision_date, a.person
      FROM release.approval a
     WHERE NOT EXISTS (SELECT FROM release.content c JOIN release.withdrawn USING (release_no)
                        WHERE c.snapshot_id = a.snapshot_id
                          AND a.approved_at < (SELECT min(back.at) FROM release.journal back
                                                WHERE back.action = 'rollback' AND back.release_no < c.release_no
                                                  AND back.entry_no > (SELECT max(own.entry_no) FROM release.journal own
                                                                        WHERE own.release_no = c.release_no)))
        OR EXISTS (SELECT FROM release.content c JOIN release.release r USING (release_no)
                    WHERE c.snapshot_id = a.snapshot_id AND r.state = 'published'
                      AND r.release_no NOT IN (TABLE release.withdrawn));

GRANT SELECT ON release.standing_approval TO kent_desk;
