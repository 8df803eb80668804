/** Finds the claim a message repeats: index, candidates, scoring, calibration, decision and its explanation. */
@NullMarked
package id.saring.match;

import org.jspecify.annotations.NullMarked;
