/// How people prove who they are: sessions, passwords, codes, passkeys, outside providers.
///
/// Front doors: [Sessions] tells how somebody is signed in and ends sessions, [SetUp] makes the
/// first person. What always holds: every way in ends in `SignIn`, only hashes of secrets are kept,
/// or what is sealed with a key outside the database, and an ended session never comes back.
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"digest", "access", "audit", "web", "content", "database", "egress"})
package org.evenkeel.clinic.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
