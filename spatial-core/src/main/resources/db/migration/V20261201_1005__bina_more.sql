-- Binalar: new attributes. Generated from data/model/types/bina.yaml.
ALTER TABLE working.bina
    ADD COLUMN diger_adlar text[];
ALTER TABLE working.bina_gecmis
    ADD COLUMN diger_adlar text[];
GRANT INSERT (diger_adlar), UPDATE (diger_adlar) ON working.bina TO kent_desk;
SELECT working.open_to_editors('bina');
