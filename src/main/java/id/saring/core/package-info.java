/** Small shared values: ids, language, verdict, channel, pseudonym, page of results; nothing that does work. */
@NullMarked
package id.saring.core;

import org.jspecify.annotations.NullMarked;
