-- What the registry tells since is known of no row that was read before: every neighbourhood is read again, whatever its version, and the next
-- comparison looks at each pair once. Those in conflict are looked at in any case.
UPDATE registry.pull SET version = NULL;
UPDATE registry.entry e SET agreed_theirs = NULL
WHERE agreed_theirs IS NOT NULL AND NOT EXISTS (SELECT FROM registry.conflict c
    WHERE c.level = e.level AND c.code = e.code AND c.state IN ('open', 'ignored'));
