-- Numbers of rows and of versions are the city's to give: one that is taken beforehand stops whoever is given it later.
CREATE OR REPLACE FUNCTION working.first_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    NEW.row_no := nextval(pg_get_serial_sequence(format('working.%I', TG_TABLE_NAME), 'row_no'));
    NEW.surum_no := 1;
    NEW.surum_baslangic := now();
    NEW.change_set := working.current_change_set();
    NEW.olusturan := session_user;
    NEW.olusturma_tarihi := now();
    NEW.degistiren := NULL;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION working.next_number(object uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    number integer;
BEGIN
    IF pg_trigger_depth() = 0 THEN
        RAISE EXCEPTION 'only a change gives an object its next number' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE working.nesne SET son_surum = son_surum + 1 WHERE tucbs_no = object RETURNING son_surum INTO number;
    RETURN number;
END $$;
