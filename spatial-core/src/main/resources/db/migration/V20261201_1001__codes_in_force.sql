-- A code may end, and a new one begin, without the records of their time becoming wrong; and other systems write it otherwise.
ALTER TABLE working.kod_degeri
    ADD COLUMN simge text,
    ADD COLUMN dis_kodlar text[],
    ADD COLUMN gecerlilik_bas date,
    ADD COLUMN gecerlilik_bit date;
