/// The page frame: views, navigation, words for days and numbers, error pages, sign-in page.
///
/// Front doors: [Page] is what a controller answers with, [Words] turns values into text.
@NullMarked
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"access", "audit"})
package org.evenkeel.clinic.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
