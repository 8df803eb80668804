package id.saring;

import id.saring.account.Account;
import id.saring.account.Origins;
import id.saring.account.SignedIn;
import id.saring.audit.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controllers who is asking: as an {@link Account}, an {@link Actor} to record acts of, or a {@link SignedIn}.
 */
final class StaffArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final Set<Class<?>> TYPES = Set.of(Account.class, Actor.class, SignedIn.class);

    private final Origins origins;

    StaffArguments(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return TYPES.contains(parameter.getParameterType());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof StaffAuthentication staff)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        Account account = staff.getPrincipal();
        if (parameter.getParameterType() == Account.class) {
            return account;
        }
        if (parameter.getParameterType() == SignedIn.class) {
            return staff.signedIn();
        }
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        return new Actor(account.id(), account.name(), asked == null ? "" : origins.of(asked.getRemoteAddr()));
    }
}
