/** OGC API Common (OGC 19-072): landing page, conformance, collections. */
@NullMarked
package tr.kentatlas.api.ogc.common;

import org.jspecify.annotations.NullMarked;
