package org.evenkeel.clinic.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may use a route: those whose role has the permission and whose relation to the record
/// suffices. A route without it, and without [OpenToAll], is closed.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /// What the person must be allowed to do.
    Permission value();

    /// The act as the audit calls it, kebab-case, for example `patient-view`.
    String act();

    /// Whose record it is about.
    Subject of();

    /// Whether it needs a second factor given within the last minutes. The form that leads to such
    /// an act has the same path as the act, so that who must confirm first comes back to it.
    boolean fresh() default false;

    /// Whether programs may use it, those that were allowed its permission.
    boolean machines() default false;

    /// Whose record a route is about.
    enum Subject {
        /// the one patient whose id is the path's `{id}`
        PATIENT,
        /// the clinic, or those of its patients the person reaches
        CLINIC,
        /// something of the clinic that is no patient's, whose id is the path's `{id}`
        THING,
        /// the person's own
        SELF
    }
}
