-- What the registry refused stood on the work list for ever. The next comparison closes what has no open question; what was decided
-- anew, and has a later message, is closed here.

UPDATE registry.outbox o SET state = 'cancelled'
WHERE o.state = 'rejected' AND EXISTS (
    SELECT FROM registry.outbox later
    WHERE later.queued_no > o.queued_no AND later.level = o.level AND later.action = o.action
      AND coalesce(later.local::text, later.code::text) = coalesce(o.local::text, o.code::text));

-- Each verdict asks for those that are left.
CREATE INDEX outbox_refused ON registry.outbox (level) WHERE state = 'rejected';
