/** The Model Context Protocol: assistants search claims and quote verified verdicts with their sources. */
@NullMarked
package id.saring.mcp;

import org.jspecify.annotations.NullMarked;
