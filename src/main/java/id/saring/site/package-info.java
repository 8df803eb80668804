/** The public pages and the lookup API. */
@NullMarked
package id.saring.site;

import org.jspecify.annotations.NullMarked;
