/** Web Map Service 1.3.0 and 1.1.1 (OGC 06-042, 01-068r3): one address, whichever engine draws. */
@NullMarked
package tr.kentatlas.api.wms;

import org.jspecify.annotations.NullMarked;
