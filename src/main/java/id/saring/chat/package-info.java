/** Channel-neutral messages, durable inbox and outbox, delivery, and the gateway port every channel implements. */
@NullMarked
package id.saring.chat;

import org.jspecify.annotations.NullMarked;
