/** Append-only record of lookups and of moderators' acts, its search and its retention. */
@NullMarked
package id.saring.audit;

import org.jspecify.annotations.NullMarked;
