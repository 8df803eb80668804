package id.saring.moderation;

import java.time.ZoneId;
import java.util.Set;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.expression.Temporals;

/**
 * Lets pages of staff write moments by the installation's clock, as {@code #times}; Thymeleaf's own {@code #temporals}
 * writes them by the machine's.
 */
final class Times extends AbstractDialect implements IExpressionObjectDialect {
    private static final String NAME = "times";

    private final ZoneId zone;

    Times(ZoneId zone) {
        super(NAME);
        this.zone = zone;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(NAME);
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return new Temporals(context.getLocale(), zone);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
