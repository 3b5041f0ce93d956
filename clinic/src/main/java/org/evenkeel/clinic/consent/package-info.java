/// What patients agree to: the text put before them, whether they understood it, what they chose,
/// who witnessed it, and what they took back.
///
/// Front doors: [TakeConsent] to agree and take back, [ConsentStandings] for whether treatment or
/// research may go on. What always holds: rows are only added; a choice taken back counts from the
/// same transaction on; without a consent that holds no treatment is recorded.
@NullMarked
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {
            "access",
            "audit",
            "web",
            "content",
            "patient",
            "protocols",
            "signature",
            "treatment"
        })
package org.evenkeel.clinic.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
