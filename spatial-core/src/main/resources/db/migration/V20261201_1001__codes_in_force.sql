-- A code may end, and a new one begin, while its words stay for the records that had it; and other systems write it otherwise.
ALTER TABLE working.kod_degeri
    ADD COLUMN simge text,
    ADD COLUMN dis_kodlar text[],
    ADD COLUMN gecerlilik_bas date,
    ADD COLUMN gecerlilik_bit date;
