-- Whoever asks for a rare action, or for what became of one release, is not led through every reading of the years between.
CREATE INDEX audit_action ON access.audit (action text_pattern_ops, at DESC);
CREATE INDEX audit_release ON access.audit (release_no, at DESC) WHERE release_no IS NOT NULL;
