-- PostGIS answers ST_EstimatedExtent from the statistics of any table with its owner's rights: a hole in the walls.
REVOKE EXECUTE ON FUNCTION
    public.st_estimatedextent(text, text, text, boolean),
    public.st_estimatedextent(text, text, text),
    public.st_estimatedextent(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    public.st_estimatedextent(text, text, text, boolean),
    public.st_estimatedextent(text, text, text),
    public.st_estimatedextent(text, text) TO kent_desk;
