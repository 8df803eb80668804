/** What the bot does with a message: commands, gates, answer, feedback. */
@NullMarked
package id.saring.conversation;

import org.jspecify.annotations.NullMarked;
