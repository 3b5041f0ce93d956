/// The web application: worklist, patient page, accept, move, decline, record.
@NullMarked
package org.evenkeel.clinic;

import org.jspecify.annotations.NullMarked;
