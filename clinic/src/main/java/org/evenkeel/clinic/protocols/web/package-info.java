/// Pages of protocols: library, one protocol, its editor, two versions side by side.
@NullMarked
package org.evenkeel.clinic.protocols.web;

import org.jspecify.annotations.NullMarked;
