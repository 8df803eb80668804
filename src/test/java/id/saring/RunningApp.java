package id.saring;

import id.saring.core.Pseudonyms;
import id.saring.core.Sealer;
import id.saring.core.Secret;
import id.saring.db.Database;
import id.saring.db.DatabaseSettings;
import id.saring.http.HttpConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Some parts of Saring on a port of loopback, over a real store in {@code dataDir}; started again, it finds that store. */
public final class RunningApp implements AutoCloseable {
    /** What every part stands on. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import(HttpConfiguration.class)
    static class Ground {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Pseudonyms pseudonyms() {
            return new Pseudonyms(secret());
        }

        @Bean
        Sealer sealer() {
            return new Sealer(secret());
        }

        @Bean
        Database database(@Value("${saring.data-dir}") Path dataDir) {
            return Database.open(DatabaseSettings.embedded(dataDir));
        }

        private static Secret secret() {
            return new Secret("a secret for tests only");
        }
    }

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
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        String[] all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[0] = "--server.port=" + port;
        all[1] = "--server.address=127.0.0.1";
        all[2] = "--saring.data-dir=" + dataDir;
        return new RunningApp(builder.run(all));
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

    @Override
    public void close() {
        context.close();
    }
}
