package id.saring.queue;

import java.time.Instant;

/** Work given up, with its reason. It stays, payload and all, until it is revived or its time of keeping is over. */
public record DeadLetter(long id, String orderKey, int attempts, String reason, Instant addedAt, Instant diedAt) {}
