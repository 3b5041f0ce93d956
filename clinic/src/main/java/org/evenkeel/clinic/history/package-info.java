/// What is known of a patient before and beside ketamine: diagnoses, trials of antidepressants,
/// other treatments, medicines, findings, measurements.
///
/// Front door: [Histories]. What always holds: facts are only ever added, a correction names the
/// fact it replaces and why, and what nobody asked is absent, never *no*.
@NullMarked
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {
            "access",
            "audit",
            "web",
            "content",
            "digest",
            "patient",
            "prom",
            "treatment"
        })
package org.evenkeel.clinic.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
