package id.saring;

import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Where what is done from time to time runs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ScheduleConfiguration {
    /** More than there are tasks, so that each finds a thread however long the others take; idle ones cost nothing. */
    private static final int THREADS = 32;

    /**
     * Spring's own scheduler on virtual threads runs all that has a fixed delay on one thread, whatever pool is asked
     * for: a slow feed would hold up erasure and retention. This one still runs no task beside itself. A stop waits
     * for what runs as for requests, and then interrupts it.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        ThreadPoolTaskScheduler scheduler = builder.poolSize(THREADS).build();
        scheduler.setThreadFactory(new VirtualThreadTaskExecutor("schedule-").getVirtualThreadFactory());
        return scheduler;
    }
}
