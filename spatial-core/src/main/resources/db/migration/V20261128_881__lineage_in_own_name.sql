-- Lineage stands under a change set of the transaction that writes it, as everything else does, and the auditor finds it.
ALTER TABLE working.nesne_soyu ALTER change_set SET DEFAULT working.own_change_set();
CREATE TRIGGER count_insert AFTER INSERT ON working.nesne_soyu REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION working.count_change();
