package id.saring.account;

import java.time.Instant;

/** One place where someone is signed in. {@code device} says which browser on which system, as it says of itself. */
public record Session(long id, String device, Instant startedAt, Instant seenAt) {}
