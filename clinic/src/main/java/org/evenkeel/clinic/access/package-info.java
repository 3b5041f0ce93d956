/// People, roles and what each role may do; the one door through which every sign-in goes.
///
/// Front doors: [Needs] on a route says who may use it, [SignIn] establishes a session. What always
/// holds: a route that declares nothing is closed, and what one may not see looks as if it were not
/// there.
@NullMarked
@ApplicationModule(displayName = "Access", allowedDependencies = "audit")
package org.evenkeel.clinic.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
