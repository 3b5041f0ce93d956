/// How people prove who they are.
@NullMarked
package org.evenkeel.clinic.identity.internal;

import org.jspecify.annotations.NullMarked;
