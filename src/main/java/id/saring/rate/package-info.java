/** How often something may happen, and who has made use of that. */
@NullMarked
package id.saring.rate;

import org.jspecify.annotations.NullMarked;
