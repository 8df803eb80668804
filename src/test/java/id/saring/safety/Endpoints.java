package id.saring.safety;

import id.saring.RunningApp;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every door of a running application, found in it and listed nowhere, so that a new one cannot be forgotten. */
final class Endpoints {
    /** Where this many of them are missing, it is this class that has stopped finding them. */
    static final int AT_LEAST = 80;

    /** A method and a path that leads there; what the path leaves open has a value that fits. */
    record Endpoint(String method, String path) implements Comparable<Endpoint> {
        @Override
        public int compareTo(Endpoint other) {
            return (path + method).compareTo(other.path + other.method);
        }

        boolean reads() {
            return method.equals("GET");
        }

        boolean under(String... roots) {
            return Stream.of(roots).anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
        }
    }

    private Endpoints() {}

    static Set<Endpoint> of(RunningApp app) throws IOException {
        Set<Endpoint> found = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : app.beans(RequestMappingInfoHandlerMapping.class)) {
            mapping.getHandlerMethods().keySet().forEach(info -> add(found, info));
        }
        for (var servlet : app.bean(ServletContext.class).getServletRegistrations().values()) {
            for (String path : servlet.getMappings()) {
                found.add(new Endpoint("GET", sample(path.replace("*", ""))));
                found.add(new Endpoint("POST", sample(path.replace("*", ""))));
            }
        }
        for (String file : files()) {
            found.add(new Endpoint("GET", file));
        }
        return found;
    }

    /** Static files that are packed. */
    static List<String> files() throws IOException {
        List<String> paths = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**/*.*")) {
            String url = file.getURL().toString();
            paths.add(url.substring(url.lastIndexOf("/static/") + "/static".length()));
        }
        paths.add("/webjars/htmx.org/dist/htmx.min.js");
        return paths;
    }

    private static void add(Set<Endpoint> found, RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toSet());
        for (String pattern : info.getPatternValues()) {
            for (String method : methods.isEmpty() ? Set.of("GET", "POST") : methods) {
                found.add(new Endpoint(method, sample(pattern)));
            }
        }
    }

    /** A path that the pattern fits. */
    private static String sample(String pattern) {
        StringBuilder path = new StringBuilder();
        int depth = 0;
        int open = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && depth++ == 0) {
                open = i;
            } else if (c == '}' && --depth == 0) {
                path.append(value(pattern.substring(open + 1, i)));
            } else if (depth == 0) {
                path.append(c);
            }
        }
        return path.toString().replace("**", "x").replace("*", "x");
    }

    private static String value(String variable) {
        int colon = variable.indexOf(':');
        String form = colon < 0 ? "" : variable.substring(colon + 1);
        if (form.contains("-9]")) {
            return "1";
        }
        return form.contains("|") ? form.substring(0, form.indexOf('|')) : "1";
    }
}
