/// People, roles and what each role may do; the one door through which every sign-in goes.
///
/// Front doors: [Needs] on a route says who may use it, [Policy] which roles that are, [SignIn]
/// establishes a session, [Acting] tells the database for whom a thread works. What always
/// holds: a route that declares nothing is closed, and what one may not see looks as if it were not
/// there.
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"audit", "digest"})
package org.evenkeel.clinic.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
