/// The routes every clinic has, whatever it does: home, leave, errors, the audit list.
@NullMarked
package org.evenkeel.clinic.web.internal;

import org.jspecify.annotations.NullMarked;
