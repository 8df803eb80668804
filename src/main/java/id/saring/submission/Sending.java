package id.saring.submission;

import id.saring.core.Channel;
import id.saring.core.Pseudonym;
import java.time.Instant;

/**
 * One message of a case, and who sent it.
 *
 * @param forwarding how far it had come, by the chat's own word for it
 * @param told       whether the person has been told the answer, or that there will be none
 * @param held       whether they can be told only when they write again
 */
public record Sending(
        Pseudonym asker, Channel channel, String forwarding, Instant at, boolean told, boolean held) {}
