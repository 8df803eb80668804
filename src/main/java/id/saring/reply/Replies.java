package id.saring.reply;

import id.saring.core.Channel;
import id.saring.core.Language;
import id.saring.core.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what Saring has to say in the newsroom's words: the texts of {@code responses/}, checked before they are used
 * and read again when a file changes. A change that is wrong is logged and the words from before are kept.
 */
public final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private record Read(ResponseTexts texts, Composer composer) {}

    private final ResponseFiles files;
    private final Clock clock;
    private final AtomicReference<Instant> nextLook;
    private volatile Object state;
    private volatile Read read;

    private Replies(ResponseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.nextLook = new AtomicReference<>(clock.instant().plus(LOOK_EVERY));
        this.state = files.state(ResponseTexts.paths());
        this.read = read(files);
    }

    /**
     * Reads and checks the texts in {@code dir}.
     *
     * @throws ResponsesException if the folder is missing, or a file is missing or wrong; its message is one sentence
     */
    public static Replies load(Path dir, Clock clock) {
        if (!Files.isDirectory(dir)) {
            throw ResponsesException.missingFolder(dir);
        }
        return new Replies(new ResponseFiles.Folder(dir), clock);
    }

    /** The texts packed with the program. */
    public static Replies packed(Clock clock) {
        return new Replies(new ResponseFiles.Packed(), clock);
    }

    /** Puts {@code reply} into words that fit {@code channel}. */
    public RenderedReply render(Reply reply, Language language, Channel channel) {
        lookForChanges();
        return read.composer().render(reply, language, channel);
    }

    /** The word for a verdict with its sign, such as {@code ❌ SALAH}. */
    public String label(Verdict verdict, Language language) {
        lookForChanges();
        return read.texts().labels(language).verdict(verdict);
    }

    /**
     * Reads the texts now, instead of at their next use.
     *
     * @throws ResponsesException for the first text that is wrong, with its line where that can be told; the texts from
     *                            before stay in use
     */
    public void reload() {
        state = files.state(ResponseTexts.paths());
        read = read(files);
    }

    private void lookForChanges() {
        Instant now = clock.instant();
        Instant due = nextLook.get();
        if (now.isBefore(due) || !nextLook.compareAndSet(due, now.plus(LOOK_EVERY))) {
            return;
        }
        Object newState = files.state(ResponseTexts.paths());
        if (newState.equals(state)) {
            return;
        }
        state = newState;
        try {
            read = read(files);
            LOG.info("The texts of responses/ have changed and are in use");
        } catch (ResponsesException e) {
            LOG.warn("{}; the texts from before stay in use", e.getMessage());
        }
    }

    private static Read read(ResponseFiles files) {
        try {
            ResponseTexts texts = ResponseTexts.read(files);
            new ResponseCheck(texts).run();
            return new Read(texts, new Composer(texts));
        } catch (ResponsesException e) {
            throw placed(e, files);
        }
    }

    private static ResponsesException placed(ResponsesException fault, ResponseFiles files) {
        try {
            int line = FaultyLine.of(files.read(fault.file()), fault.reason());
            return line > 0 ? fault.at(line) : fault;
        } catch (ResponsesException missing) {
            return fault;
        }
    }
}
