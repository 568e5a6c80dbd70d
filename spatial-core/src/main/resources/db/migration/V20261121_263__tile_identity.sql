-- The rows for tiles are told apart by their public identity; their place in the table, which shows where hidden rows lie, leaves them.
DO $$
DECLARE tiles record;
BEGIN
    FOR tiles IN
        SELECT table_schema AS schema, table_name AS name, regexp_replace(table_name, '_karo$', '') AS whole
          FROM information_schema.columns
         WHERE column_name = 'sira' AND table_name LIKE '%\_karo' AND table_schema ~ '^(acik|yayin)_[0-9]+$'
    LOOP
        EXECUTE format('ALTER TABLE %I.%I ADD COLUMN tucbs_no uuid', tiles.schema, tiles.name);
        EXECUTE format('UPDATE %1$I.%2$I k SET tucbs_no = t.tucbs_no FROM %1$I.%3$I t WHERE t.sira = k.sira',
                       tiles.schema, tiles.name, tiles.whole);
        EXECUTE format('ALTER TABLE %I.%I DROP COLUMN sira', tiles.schema, tiles.name);
    END LOOP;
END $$;
