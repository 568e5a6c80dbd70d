-- İmar planları: new attributes. Generated from data/model/types/mekansal_plan.yaml.
ALTER TABLE working.mekansal_plan
    ADD COLUMN koruma_amacli boolean;
ALTER TABLE working.mekansal_plan_gecmis
    ADD COLUMN koruma_amacli boolean;
GRANT INSERT (koruma_amacli), UPDATE (koruma_amacli) ON working.mekansal_plan TO kent_desk;
SELECT working.open_to_editors('mekansal_plan');
