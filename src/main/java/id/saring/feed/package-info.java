/** Feeds of claims that are fetched from time to time, from public addresses only. */
@NullMarked
package id.saring.feed;

import org.jspecify.annotations.NullMarked;
