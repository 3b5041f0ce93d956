/// Questions over HTTP to servers of others: the one client that may ask them.
///
/// Front door: [Egress]. What always holds: only hosts that the settings name are asked, encrypted,
/// nobody is sent on elsewhere, and no private address is reached that the settings do not name.
@NullMarked
@ApplicationModule(
        displayName = "Egress",
        allowedDependencies = {})
package org.evenkeel.clinic.egress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
