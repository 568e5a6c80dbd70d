-- The narrow tables for tiles hold blocks of features now. Snapshots frozen before are read column by column until their theme changes.
UPDATE release.snapshot SET has_forms = false;
