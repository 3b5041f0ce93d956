/// Forecasts and proposals, and what clinicians decide on them.
///
/// Front doors: [Courses] gives what happened, [Engine] what is likely and proposed, [Decisions]
/// stores what was decided. What always holds: nothing is booked but by a person, and no decision
/// is taken on a page that has gone stale. What tells of many patients other than for their own
/// care is made from [Courses#forResearch] and [Shadow#scored]: of those alone who agreed to it.
@NullMarked
@ApplicationModule(
        displayName = "Forecasting",
        allowedDependencies = {
            "digest",
            "access",
            "audit",
            "web",
            "content",
            "protocols",
            "patient",
            "treatment",
            "prom",
            "consent"
        })
package org.evenkeel.clinic.forecasting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
