/** Pure text work without Spring: normalising, tokens, folding, slang, n-grams, passages, canonical URLs. */
@NullMarked
package id.saring.text;

import org.jspecify.annotations.NullMarked;
