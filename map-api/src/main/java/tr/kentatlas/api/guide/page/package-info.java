/** The guide's stable pages, whole without a script: a place, an address, a parcel with its zoning, also as PDF. */
@NullMarked
package tr.kentatlas.api.guide.page;

import org.jspecify.annotations.NullMarked;
