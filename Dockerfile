# Build: compile and pack, then take the jar apart so that libraries are a layer of their own and can be cached.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY responses responses
RUN --mount=type=cache,target=/m2 mvn -B -q -Dmaven.repo.local=/m2 package -DskipTests
RUN java -Djarmode=tools -jar target/saring.jar extract --destination app
# SQLite's native library, so that nothing has to be unpacked into, and run from, a temporary directory.
RUN cd app && jar xf lib/sqlite-jdbc-*.jar "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" \
    && mkdir native && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" native && rm -r org

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin saring \
    && mkdir /data && chown saring /data
WORKDIR /app
COPY --from=build /build/app/native native
COPY --from=build /build/app/lib lib
COPY --from=build /build/app/saring.jar .
COPY responses responses
# Every run's flags, in one file because the cache below holds only for the flags it was made with.
RUN printf '%s\n' -XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError -Dorg.sqlite.lib.path=/app/native > java.flags
# One run up to the point where it would serve, on a throw-away store and without any channel's token. It leaves a cache
# of loaded classes for a faster start.
RUN SARING_DATA_DIR=training \
    java -XX:AOTCacheOutput=saring.aot @java.flags -Dspring.context.exit=onRefresh -jar saring.jar \
    && rm -rf training
USER 10001
ENV SARING_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# Bash asks by itself, so that no tool of the base image is needed.
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:AOTCache=saring.aot", "@java.flags", "-jar", "saring.jar"]
