/** The Telegram channel: receives by long polling or webhook, maps, sends, and types Telegram's errors. */
@NullMarked
package id.saring.telegram;

import org.jspecify.annotations.NullMarked;
