package tr.kentatlas.api.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an address of the desk, on the method or on its class; administrators always may. An address under {@code /desk} or
 * {@code /api/desk} that does not say it is refused to everybody.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permits {
    Role[] value() default {};

    /** For what carries nothing of the city: the empty shell, the way in. */
    boolean signedOut() default false;

    /** For everybody who is signed in, with whatever role or with none. */
    boolean anyRole() default false;
}
