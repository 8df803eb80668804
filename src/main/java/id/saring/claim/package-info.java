/** Claims and their verdicts, sources, phrasings and life cycle; their store and the news of their change. */
@NullMarked
package id.saring.claim;

import org.jspecify.annotations.NullMarked;
