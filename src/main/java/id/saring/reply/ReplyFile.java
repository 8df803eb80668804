package id.saring.reply;

import id.saring.core.Language;
import java.util.Set;

/** The files of {@code responses/}: each language has all of them. */
enum ReplyFile {
    VERDICT("verdict", "verdict", "claim", "sources", "title", "url"),
    DENIAL("denial", "verdict", "claim", "sources", "title", "url"),
    MENTION("mention", "verdict", "claim", "sources", "title", "url"),
    CHOICES("choices", "choices", "number", "claim"),
    NEXT_CANDIDATES("next-candidates", "choices", "number", "claim"),
    NO_MORE("no-more"),
    KEYWORD("keyword", "choices", "number", "claim"),
    LATEST("latest", "choices", "number", "claim"),
    NOT_FOUND("not-found"),
    SUBMITTED("submitted"),
    QUESTION_GONE("question-gone"),
    FOLLOW_UP("follow-up", "verdict", "claim", "sources", "title", "url"),
    DISMISSED("dismissed"),
    CORRECTION("correction", "before", "verdict", "claim", "sources", "title", "url"),
    REVISION("revision", "verdict", "claim", "sources", "title", "url"),
    RETRACTION("retraction", "before", "claim"),
    NOTICES_STOPPED("notices-stopped"),
    NOTICES_RESUMED("notices-resumed"),
    ERASE("erase"),
    ERASED("erased"),
    UNREADABLE("unreadable"),
    UNSUPPORTED("unsupported"),
    TOO_LONG("too-long"),
    SLOW_DOWN("slow-down"),
    WITHDRAWN("withdrawn"),
    WELCOME("welcome"),
    HELP("help"),
    ABOUT("about"),
    UNKNOWN_COMMAND("unknown-command"),
    CHECK_WHAT("check-what"),
    LANGUAGE("language"),
    LANGUAGE_CHOSEN("language-chosen"),
    THANKS("thanks"),
    UNKNOWN_BUTTON("unknown-button"),
    TROUBLE("trouble"),
    BLOCKED("blocked"),
    PAUSED("paused"),
    TEST("test");

    private final String file;
    private final Set<String> required;

    ReplyFile(String file, String... required) {
        this.file = file + ".txt";
        this.required = Set.of(required);
    }

    /** The placeholders without which the answer would be no answer, such as the claim that was checked. */
    Set<String> required() {
        return required;
    }

    /** Its path below {@code responses/}. */
    String path(Language language) {
        return language.code() + '/' + file;
    }
}
