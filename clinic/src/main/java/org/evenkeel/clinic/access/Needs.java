package org.evenkeel.clinic.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may use a route: those whose role has the permission. A route without it, and without
/// [OpenToAll], is closed.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /// What the person must be allowed to do.
    Permission value();
}
