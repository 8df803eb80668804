package id.saring.telegram;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;

/** What is logged while this is open, stack traces included, at every level and by every library. */
final class LogLines implements AutoCloseable {
    /**
     * The server that stands in for Telegram logs what it receives, once something has brought the JDK's log into ours.
     */
    private static final String STAND_IN = "com.sun.net.httpserver";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level levelBefore;
    private final List<Appender<ILoggingEvent>> consoles = new ArrayList<>();
    private final Logger quiet = (Logger) LoggerFactory.getLogger(BotSession.class);
    private final java.util.logging.Logger javaLogger = java.util.logging.Logger.getLogger("okhttp3");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().startsWith(STAND_IN)) {
                return;
            }
            IThrowableProxy thrown = event.getThrowableProxy();
            lines.add(event.getFormattedMessage() + "\n" + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    };
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage() + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private LogLines(String name, Level level, boolean libraries) {
        logger = (Logger) LoggerFactory.getLogger(name);
        levelBefore = logger.getLevel();
        logger.iteratorForAppenders().forEachRemaining(consoles::add);
        logger.setLevel(level);
        appender.setContext(logger.getLoggerContext());
        appender.start();
        consoles.forEach(logger::detachAppender);
        logger.addAppender(appender);
        quiet.setLevel(libraries ? null : Level.OFF);
        if (libraries) {
            javaLogger.setLevel(java.util.logging.Level.ALL);
            javaLogger.addHandler(handler);
        }
    }

    /** Silences the library's stack trace for every failed poll, as the application does. */
    static void quietly() {
        ((Logger) LoggerFactory.getLogger(BotSession.class)).setLevel(Level.OFF);
    }

    static LogLines of(Class<?> type) {
        return new LogLines(type.getName(), Level.INFO, false);
    }

    static LogLines all() {
        return new LogLines(org.slf4j.Logger.ROOT_LOGGER_NAME, Level.ALL, true);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        consoles.forEach(logger::addAppender);
        logger.setLevel(levelBefore);
        quiet.setLevel(Level.OFF);
        javaLogger.removeHandler(handler);
    }
}
