package id.saring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What is done from time to time, in the whole server. */
class ScheduleTest {
    @TempDir
    private Path dir;

    @Test
    void a_task_that_hangs_holds_up_no_other_and_never_runs_beside_itself() throws InterruptedException {
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(Saring.class, Tasks.class)
                .run("--server.port=0", "--saring.data-dir=" + dir, "--saring.sample-claims=false")) {
            Tasks.Hanging hanging = server.getBean(Tasks.Hanging.class);
            try {
                assertThat(hanging.begun.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(server.getBean(Tasks.Lively.class).runs.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(hanging.runs).hasValue(1);
                assertThat(server.getBean(ScheduledAnnotationBeanPostProcessor.class).getScheduledTasks())
                        .as("tasks, each of which must find a thread")
                        .hasSizeGreaterThan(10)
                        .hasSizeLessThanOrEqualTo(
                                server.getBean(ThreadPoolTaskScheduler.class)
                                        .getScheduledThreadPoolExecutor()
                                        .getCorePoolSize());
            } finally {
                hanging.let.countDown();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Tasks {
        @Bean
        Hanging hanging() {
            return new Hanging();
        }

        @Bean
        Lively lively() {
            return new Lively();
        }

        static final class Hanging {
            private final CountDownLatch begun = new CountDownLatch(1);
            private final CountDownLatch let = new CountDownLatch(1);
            private final AtomicInteger runs = new AtomicInteger();

            @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MILLISECONDS)
            void run() throws InterruptedException {
                runs.incrementAndGet();
                begun.countDown();
                let.await();
            }
        }

        static final class Lively {
            private final CountDownLatch runs = new CountDownLatch(20);

            /** Begins when the other hangs for certain, so that it is not run before it by chance. */
            @Scheduled(initialDelay = 100, fixedDelay = 1, timeUnit = TimeUnit.MILLISECONDS)
            void run() {
                runs.countDown();
            }
        }
    }
}
