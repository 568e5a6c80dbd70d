-- Neighbourhoods read before the registry's answers told what they tell now: what their rows are silent about nobody has asked for yet.
-- One that was read since has a version, or faults, and then it is read again soon in any case.
ALTER TABLE registry.pull ADD COLUMN outdated boolean NOT NULL DEFAULT false;
UPDATE registry.pull SET outdated = true WHERE completed_at IS NOT NULL AND version IS NULL;
