/** Loads, checks and renders the texts of responses/; chooses the language; keeps each platform's lengths. */
@NullMarked
package id.saring.reply;

import org.jspecify.annotations.NullMarked;
