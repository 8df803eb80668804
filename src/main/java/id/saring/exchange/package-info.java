/**
 * Import and export of claims as JSON Lines, CSV and ClaimReview JSON-LD, import of RSS and Atom; dry run, per-row
 * errors.
 */
@NullMarked
package id.saring.exchange;

import org.jspecify.annotations.NullMarked;
