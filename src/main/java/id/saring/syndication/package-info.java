/** Feeds of verdicts and corrections, and the claims as open data. */
@NullMarked
package id.saring.syndication;

import org.jspecify.annotations.NullMarked;
