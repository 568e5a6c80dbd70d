-- Before the two reading walls there is nothing but what was published: of a draft neither its counts and extents, nor that there is one.
ALTER TABLE release.release ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.content ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE release.approval ENABLE ROW LEVEL SECURITY;

CREATE POLICY published ON release.release FOR SELECT TO kent_acik, kent_yayin USING (state = 'published');
-- Each asks what the one before shows its reader.
CREATE POLICY published ON release.content FOR SELECT TO kent_acik, kent_yayin
    USING (EXISTS (SELECT FROM release.release r WHERE r.release_no = content.release_no));
CREATE POLICY published ON release.snapshot FOR SELECT TO kent_acik, kent_yayin
    USING (EXISTS (SELECT FROM release.content c WHERE c.snapshot_id = snapshot.snapshot_id));
CREATE POLICY published ON release.approval FOR SELECT TO kent_acik, kent_yayin
    USING (EXISTS (SELECT FROM release.content c WHERE c.snapshot_id = approval.snapshot_id));

CREATE POLICY desk ON release.release FOR SELECT TO kent_desk USING (true);
CREATE POLICY desk ON release.content FOR SELECT TO kent_desk USING (true);
CREATE POLICY desk ON release.snapshot FOR SELECT TO kent_desk USING (true);
CREATE POLICY desk ON release.approval FOR SELECT TO kent_desk USING (true);
