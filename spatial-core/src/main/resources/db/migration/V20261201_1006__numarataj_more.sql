-- Kapı numaraları: new attributes. Generated from data/model/types/numarataj.yaml.
ALTER TABLE working.numarataj
    ADD COLUMN konumlayici_duzeyi text,
    ADD COLUMN posta_kodu text,
    ADD COLUMN diger_binalar uuid[];
ALTER TABLE working.numarataj_gecmis
    ADD COLUMN konumlayici_duzeyi text,
    ADD COLUMN posta_kodu text,
    ADD COLUMN diger_binalar uuid[];
SELECT working.make_findable('numarataj', 'posta_kodu');
GRANT INSERT (konumlayici_duzeyi, posta_kodu, diger_binalar), UPDATE (konumlayici_duzeyi, posta_kodu, diger_binalar) ON working.numarataj TO kent_desk;
SELECT working.open_to_editors('numarataj');
