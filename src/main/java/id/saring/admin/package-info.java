/** Admins' pages: the log of lookups, the charts, and the handles by which Saring is run. */
@NullMarked
package id.saring.admin;

import org.jspecify.annotations.NullMarked;
