-- İdari birimler: new attributes. Generated from data/model/types/idari_birim.yaml.
ALTER TABLE working.idari_birim
    ADD COLUMN diger_adlar text[];
ALTER TABLE working.idari_birim_gecmis
    ADD COLUMN diger_adlar text[];
GRANT INSERT (diger_adlar), UPDATE (diger_adlar) ON working.idari_birim TO kent_desk;
SELECT working.open_to_editors('idari_birim');
