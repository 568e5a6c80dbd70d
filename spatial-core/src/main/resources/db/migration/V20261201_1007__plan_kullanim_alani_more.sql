-- Plan kullanım kararları: new attributes. Generated from data/model/types/plan_kullanim_alani.yaml.
ALTER TABLE working.plan_kullanim_alani
    ADD COLUMN diger_hilucs text[];
ALTER TABLE working.plan_kullanim_alani_gecmis
    ADD COLUMN diger_hilucs text[];
GRANT INSERT (diger_hilucs), UPDATE (diger_hilucs) ON working.plan_kullanim_alani TO kent_desk;
SELECT working.open_to_editors('plan_kullanim_alani');
