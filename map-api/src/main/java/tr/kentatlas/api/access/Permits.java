package tr.kentatlas.api.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which members of staff may call an address, on the method or on its class, when they are signed in; administrators always may. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permits {
    Role[] value() default {};

    /** For everybody who is signed in, with whatever role or with none. */
    boolean anyRole() default false;
}
