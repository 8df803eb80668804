package id.saring.conversation;

import id.saring.chat.Addresses;
import id.saring.chat.Block;
import id.saring.chat.Blocks;
import id.saring.chat.Content;
import id.saring.chat.Decision;
import id.saring.chat.IncomingHandler;
import id.saring.chat.IncomingMessage;
import id.saring.chat.Maintenance;
import id.saring.chat.OutgoingMessage;
import id.saring.core.Language;
import id.saring.reply.Action;
import id.saring.reply.ButtonData;
import id.saring.reply.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out who is blocked: their messages are recorded, they are told once, alone and not before their group, and then
 * met with silence. What is theirs by right still works: to be erased, and to be told nothing more.
 */
final class Doorkeeper implements IncomingHandler {
    private final IncomingHandler inside;
    private final Reception.Voice voice;
    private final Blocks blocks;
    private final Addresses addresses;

    Doorkeeper(IncomingHandler inside, Reception.Voice voice, Blocks blocks, Addresses addresses) {
        this.inside = inside;
        this.voice = voice;
        this.blocks = blocks;
        this.addresses = addresses;
    }

    @Override
    public Decision handle(IncomingMessage message) {
        Optional<Block> block = blocked(message);
        return block.isPresent() ? refuse(message, block.get()) : inside.handle(message);
    }

    @Override
    public Optional<OutgoingMessage> whilePaused(IncomingMessage message, Maintenance.Notice maintenance) {
        return blocked(message).isPresent() ? Optional.empty() : inside.whilePaused(message, maintenance);
    }

    @Override
    public Optional<OutgoingMessage> apologise(IncomingMessage message) {
        return blocked(message).isPresent() ? Optional.empty() : inside.apologise(message);
    }

    private Optional<Block> blocked(IncomingMessage message) {
        return message.content().asksNothing() || isTheirRight(message)
                ? Optional.empty()
                : blocks.between(message.asker(), addresses.keyOf(message.chat()));
    }

    private static boolean isTheirRight(IncomingMessage message) {
        return switch (message.content()) {
            case Content.Text text -> {
                Request request = RequestReader.read(text.text(), message.group());
                yield request instanceof Request.Erase || request instanceof Request.StopNotices;
            }
            case Content.Press press -> ButtonData.decode(press.data())
                    .filter(data -> data.action() instanceof Action.Erase)
                    .isPresent();
            default -> false;
        };
    }

    private Decision refuse(IncomingMessage message, Block block) {
        Language language = voice.languages().of(message);
        // Nobody else is to know that a member of a group is blocked.
        boolean alone = !message.group() || block.person().equals(addresses.keyOf(message.chat()));
        boolean tell = !block.told() && alone && voice.inTime(message) && Reception.isForUs(message);
        Turn turn = tell
                ? Turn.saying(new Reply.Blocked(lastDay(block)), language)
                        .alsoRecording(() -> blocks.told(block.person()))
                : Turn.silence(language);
        return turn.alsoRecording(voice.records().silence(message, language, "blocked", LookupRecords.Effort.NONE))
                .decision(message, voice.replies());
    }

    private @Nullable LocalDate lastDay(Block block) {
        Instant ends = block.ends();
        return ends == null ? null : ends.minusMillis(1).atZone(voice.zone()).toLocalDate();
    }
}
