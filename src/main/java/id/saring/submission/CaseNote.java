package id.saring.submission;

import java.time.Instant;

/** What a moderator wrote down about a case, for the others. */
public record CaseNote(String author, String text, Instant at) {}
