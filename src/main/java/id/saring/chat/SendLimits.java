package id.saring.chat;

import id.saring.rate.Rate;
import java.util.function.Function;

/**
 * How fast a platform lets us send, whichever replica sends.
 *
 * @param line   the rate of all we send from one number or bot
 * @param lines  how many numbers or bots we have there
 * @param lineOf names the one that writes to a chat
 * @param ofChat the rate of what a chat is sent
 */
public record SendLimits(
        Rate line, int lines, Function<ChatAddress, String> lineOf, Function<ChatAddress, Rate> ofChat) {}
