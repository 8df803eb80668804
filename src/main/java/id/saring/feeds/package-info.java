/** Feeds of verdicts and corrections, and the claims as open data. */
@NullMarked
package id.saring.feeds;

import org.jspecify.annotations.NullMarked;
