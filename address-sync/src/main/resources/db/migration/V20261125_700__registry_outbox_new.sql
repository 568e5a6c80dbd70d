-- Whether a message adds something to the registry. Its code does not tell: the answer gives one to what was new.

ALTER TABLE registry.outbox ADD COLUMN is_new boolean NOT NULL DEFAULT false;

-- Of those before, the journal knows how each was queued; that we learn it now is no step of theirs.
ALTER TABLE registry.outbox DISABLE TRIGGER tell;
UPDATE registry.outbox o SET is_new = true
FROM registry.journal j
WHERE o.action = 'put' AND j.what = 'outbox' AND j.key = o.request::text AND j.before IS NULL AND j.after ->> 'code' IS NULL;
ALTER TABLE registry.outbox ENABLE TRIGGER tell;
