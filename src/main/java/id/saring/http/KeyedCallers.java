package id.saring.http;

import java.time.Duration;
import java.util.Optional;

/** Knows programs by keys of their own, which may be used more often than an address may ask. */
@FunctionalInterface
public interface KeyedCallers {
    /** Uses the key once. Says how long to wait first, zero for not at all; empty if there is no such key. */
    Optional<Duration> use(String key);
}
