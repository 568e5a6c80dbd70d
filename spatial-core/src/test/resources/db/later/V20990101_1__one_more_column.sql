ALTER TABLE working.bina ADD COLUMN later text;
