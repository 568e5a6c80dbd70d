-- A message that somebody says to have typed in waits for a reading like one that the registry acknowledged.

ALTER TABLE registry.outbox DROP CONSTRAINT outbox_state_check, ADD CONSTRAINT outbox_state_check
    CHECK (state IN ('queued', 'sent', 'uncertain', 'acked', 'by_hand', 'entered', 'verified', 'rejected', 'cancelled'));
DROP INDEX registry.outbox_open;
CREATE UNIQUE INDEX outbox_open ON registry.outbox (level, coalesce(local, '00000000-0000-0000-0000-000000000000'), coalesce(code, 0))
    WHERE state IN ('queued', 'sent', 'uncertain', 'acked', 'by_hand', 'entered');
