-- A building without a door of its own is called by the one that serves it, too.
CREATE INDEX numarataj_diger_binalar ON working.numarataj USING gin (diger_binalar) WHERE diger_binalar IS NOT NULL;
