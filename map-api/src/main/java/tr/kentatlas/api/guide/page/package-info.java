/** What the guide's stable pages show: facts and zoning in words, and a parcel as a PDF of one sheet. */
@NullMarked
package tr.kentatlas.api.guide.page;

import org.jspecify.annotations.NullMarked;
