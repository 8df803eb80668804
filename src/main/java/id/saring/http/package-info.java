/** What every HTTP door shares: bounded bodies, localised problem details, the language of a request, safe headers,
 * which addresses are public. */
@NullMarked
package id.saring.http;

import org.jspecify.annotations.NullMarked;
