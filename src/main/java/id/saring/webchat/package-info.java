/** The web chat channel: receives from and delivers to a browser page. */
@NullMarked
package id.saring.webchat;

import org.jspecify.annotations.NullMarked;
