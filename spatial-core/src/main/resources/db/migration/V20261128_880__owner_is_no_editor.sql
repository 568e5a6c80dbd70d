-- From PostgreSQL 16 on, whoever makes a role is a member of it: the city's owner, who made kent_editor, edits for others all the same.
CREATE OR REPLACE FUNCTION working.edits_directly() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT session_user <> current_user AND pg_has_role(r.oid, 'kent_editor', 'MEMBER') AND NOT r.rolsuper
    FROM pg_roles r WHERE r.rolname = session_user
$$;
