/** Tells newsrooms' own systems of new, corrected and withdrawn verdicts: signed, retried, with a log. */
@NullMarked
package id.saring.webhook;

import org.jspecify.annotations.NullMarked;
