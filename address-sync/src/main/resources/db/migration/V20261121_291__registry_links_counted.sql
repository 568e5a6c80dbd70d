-- A first comparison links hundreds of thousands of rows in one transaction; the passes after must know that they are there.
CREATE FUNCTION registry.count_links() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    ANALYZE registry.link;
END $$;
REVOKE ALL ON FUNCTION registry.count_links() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.count_links() TO kent_desk;
