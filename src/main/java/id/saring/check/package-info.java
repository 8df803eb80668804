/** Messages answered at once, at the doors where nobody is known, and the record that they were. */
@NullMarked
package id.saring.check;

import org.jspecify.annotations.NullMarked;
