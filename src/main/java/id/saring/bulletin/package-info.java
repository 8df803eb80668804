/** What became public of the claims, in order: each publication, correction, amendment and withdrawal. */
@NullMarked
package id.saring.bulletin;

import org.jspecify.annotations.NullMarked;
