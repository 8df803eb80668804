/** Messages sent for checking, gathered into cases, and who is to be told what becomes of them. */
@NullMarked
package id.saring.submission;

import org.jspecify.annotations.NullMarked;
