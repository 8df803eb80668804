package id.saring.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that keep the statements they have prepared. SQLite reads and plans a statement anew each time it is
 * prepared, which took a twelfth of the processor under load; unlike PostgreSQL's, its driver keeps none, and neither
 * does the pool.
 */
final class KeptStatements extends DelegatingDataSource {
    /** Of one connection; more than are used again and again. */
    private static final int MOST = 200;

    private static final int LOGIN_TIMEOUT = 5;

    KeptStatements(DataSource connections) {
        super(connections);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, new KeepingConnection(super.getConnection()));
    }

    /** In seconds; the pool waits as long for a connection being made when it is closed, and the driver knows none. */
    @Override
    public int getLoginTimeout() {
        return LOGIN_TIMEOUT;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // A file is opened at once or not at all.
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(KeptStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Hands out each statement to one at a time; who asks for it meanwhile gets another. */
    private static final class KeepingConnection implements InvocationHandler {
        private final Connection connection;
        private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

        KeepingConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
                return prepare((String) arguments[0]);
            }
            if (method.getName().equals("close")) {
                closeIdle();
            }
            return call(connection, method, arguments);
        }

        private PreparedStatement prepare(String sql) throws SQLException {
            PreparedStatement kept = idle.remove(sql);
            PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
            return proxy(PreparedStatement.class, new KeptStatement(statement, sql, this));
        }

        void giveBack(String sql, PreparedStatement statement) throws SQLException {
            if (idle.putIfAbsent(sql, statement) != null) {
                statement.close();
            } else if (idle.size() > MOST) {
                Iterator<PreparedStatement> oldest = idle.values().iterator();
                PreparedStatement dropped = oldest.next();
                oldest.remove();
                dropped.close();
            }
        }

        private void closeIdle() throws SQLException {
            List<PreparedStatement> all = new ArrayList<>(idle.values());
            idle.clear();
            for (PreparedStatement statement : all) {
                statement.close();
            }
        }
    }

    /** A statement that is given back when it is closed, unless it failed or was set up in a way of its own. */
    private static final class KeptStatement implements InvocationHandler {
        private static final Set<String> OF_ITS_OWN = Set.of("setFetchSize", "setFetchDirection", "setMaxRows",
                "setLargeMaxRows", "setMaxFieldSize", "setQueryTimeout", "closeOnCompletion", "addBatch");

        private final PreparedStatement statement;
        private final String sql;
        private final KeepingConnection home;
        private @Nullable ResultSet rows;
        private boolean reusable = true;
        private boolean closed;

        KeptStatement(PreparedStatement statement, String sql, KeepingConnection home) {
            this.statement = statement;
            this.sql = sql;
            this.home = home;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            switch (name) {
                case "close" -> {
                    close();
                    return null;
                }
                case "isClosed" -> {
                    return closed || statement.isClosed();
                }
                default -> {
                    reusable &= !OF_ITS_OWN.contains(name);
                    return run(method, arguments);
                }
            }
        }

        private @Nullable Object run(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                Object result = call(statement, method, arguments);
                rows = result instanceof ResultSet set ? set : rows;
                return result;
            } catch (SQLException e) {
                reusable = false;
                throw e;
            }
        }

        private void close() throws SQLException {
            if (closed) {
                return;
            }
            closed = true;
            if (!reusable || statement.isClosed()) {
                statement.close();
                return;
            }
            if (rows != null) {
                // Rows left open would hold on to the store as it was.
                rows.close();
            }
            statement.clearParameters();
            home.giveBack(sql, statement);
        }
    }
}
