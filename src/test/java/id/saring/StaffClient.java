package id.saring;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser without scripts: it keeps cookies, follows no redirects, and sends forms with what their page hid in them.
 */
public final class StaffClient {
    /** The first admin of {@link #SETTINGS}. */
    public static final String NAME = "admin";

    public static final String PASSWORD = "kuda-lumping-merah";

    /** Settings of an installation to sign in to, with hashing that costs tests no time. */
    public static final Map<String, String> SETTINGS = Map.of(
            "saring.account.admin-password", PASSWORD, "saring.account.strength", "4", "saring.sample-claims", "false");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningApp app;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public StaffClient(RunningApp app) {
        this.app = app;
    }

    /** Signed in as the first admin. */
    public static StaffClient admin(RunningApp app) throws IOException, InterruptedException {
        StaffClient client = new StaffClient(app);
        HttpResponse<String> answer = client.signIn(NAME, PASSWORD);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("Not signed in: " + answer.statusCode());
        }
        return client;
    }

    public HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return submit("/moderation/sign-in", "/moderation/sign-in", Map.of("name", name, "password", password));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** Opens {@code page} and sends {@code fields} to {@code path} as a form of that page would. */
    public HttpResponse<String> submit(String page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("No form on " + page);
        }
        return post(path, token.group(1), fields);
    }

    /** Sends a form with a token of its own, right or wrong. */
    public HttpResponse<String> post(String path, String token, Map<String, String> fields)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder("_csrf=").append(URLEncoder.encode(token, StandardCharsets.UTF_8));
        fields.forEach((name, value) -> form.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        URI uri = app.uri(path);
        return HttpRequest.newBuilder(uri).header("Accept", "text/html,*/*;q=0.5").header("Accept-Language", "id");
    }
}
