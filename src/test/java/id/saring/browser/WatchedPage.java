package id.saring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page in a fresh browser profile that is watched for errors and for requests to strangers. */
public final class WatchedPage implements AutoCloseable {
    /** Generous, so that a busy machine is slow and not wrong. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    public WatchedPage(Browser browser, Browser.NewContextOptions options) {
        context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                faults.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(faults::add);
        page.onRequest(request -> hosts.add(URI.create(request.url()).getHost()));
    }

    public Page page() {
        return page;
    }

    /** Says that the page did nothing that it must not do, except for faults that contain {@code expected}. */
    public void assertWellBehaved(String... expected) {
        List<String> unexpected = new ArrayList<>(faults);
        for (String part : expected) {
            unexpected.removeIf(fault -> fault.contains(part));
        }
        assertThat(unexpected).isEmpty();
        assertThat(hosts).containsOnly("127.0.0.1");
    }

    /** Keeps what the page looks like in {@code target/screenshots}, for people to look at. */
    public void keepLooks(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
