/** Durable work: added once, leased, in order for each key, retried with back-off, buried with its reason. */
@NullMarked
package id.saring.queue;

import org.jspecify.annotations.NullMarked;
