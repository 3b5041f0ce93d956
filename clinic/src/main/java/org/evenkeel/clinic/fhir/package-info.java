/// The door for files: courses come in from FHIR and CSV, and one patient's course goes out.
///
/// Front doors: [Imports] and [Exports]. What always holds: nothing of a file is saved before
/// someone has seen what it holds, and then all of it or nothing.
@NullMarked
@ApplicationModule(
        displayName = "Import and export",
        allowedDependencies = {
            "access",
            "audit",
            "web",
            "content",
            "protocols",
            "patient",
            "treatment",
            "prom",
            "forecasting"
        })
package org.evenkeel.clinic.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
