/** How much there was of everything, by hour and by day: what charts are drawn from and metrics count. */
@NullMarked
package id.saring.tally;

import org.jspecify.annotations.NullMarked;
