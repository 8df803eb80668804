package id.saring;

import id.saring.account.AccountConfiguration;
import id.saring.audit.AuditConfiguration;
import id.saring.http.HttpConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Some parts of Saring on a port of loopback, over a real store, which it finds again when started again. */
public final class RunningApp implements AutoCloseable {
    /** What every part stands on. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        StoreConfiguration.class,
        AuditConfiguration.class,
        AccountConfiguration.class,
        SecurityConfiguration.class,
        HttpConfiguration.class
    })
    static class Ground {}

    private final ConfigurableApplicationContext context;

    private RunningApp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningApp start(Path dataDir, Class<?>... parts) {
        return start(0, dataDir, Map.of(), parts);
    }

    /** @param port 0 for any that is free */
    public static RunningApp start(int port, Path dataDir, Map<String, String> settings, Class<?>... parts) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(Ground.class)
                .sources(parts)
                .properties(Map.of("logging.level.root", "warn", "spring.main.log-startup-info", "false"));
        Stream<String> fixed =
                Stream.of("server.port=" + port, "server.address=127.0.0.1", "saring.data-dir=" + dataDir);
        Stream<String> given = settings.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
        String[] arguments = Stream.concat(fixed, given).map("--"::concat).toArray(String[]::new);
        return new RunningApp(builder.run(arguments));
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Every bean of the type. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    @Override
    public void close() {
        context.close();
    }
}
