-- Whoever asks who read a layer finds the maps and dry runs it was among the layers of, too; and whoever asks what an agreement read finds
-- what was read by any of its keys.

CREATE INDEX audit_layers ON access.audit USING gin (string_to_array(detail->>'layers', ' '));
CREATE INDEX audit_agreement ON access.audit (regexp_replace(caller, ' kent_[0-9a-f]{8}$', ''), at DESC);
