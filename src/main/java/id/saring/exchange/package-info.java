/** Import and export of claims as JSON Lines, CSV and ClaimReview JSON-LD, with dry run and per-row errors. */
@NullMarked
package id.saring.exchange;

import org.jspecify.annotations.NullMarked;
