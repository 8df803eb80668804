/** Measures the matcher on labelled messages, and fits its numbers to them. */
@NullMarked
package id.saring.evaluate;

import org.jspecify.annotations.NullMarked;
