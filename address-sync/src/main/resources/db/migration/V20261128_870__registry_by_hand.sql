-- A state of two words is written with a hyphen, like every other word of the city's documents.

ALTER TABLE registry.outbox DROP CONSTRAINT outbox_state_check;
DROP INDEX registry.outbox_open;
ALTER TABLE registry.outbox DISABLE TRIGGER tell;
UPDATE registry.outbox SET state = 'by-hand' WHERE state = 'by_hand';
ALTER TABLE registry.outbox ENABLE TRIGGER tell;
ALTER TABLE registry.outbox ADD CONSTRAINT outbox_state_check
    CHECK (state IN ('queued', 'sent', 'uncertain', 'acked', 'by-hand', 'entered', 'verified', 'rejected', 'cancelled'));
CREATE UNIQUE INDEX outbox_open ON registry.outbox (level, coalesce(local, '00000000-0000-0000-0000-000000000000'), coalesce(code, 0))
    WHERE state IN ('queued', 'sent', 'uncertain', 'acked', 'by-hand', 'entered');
