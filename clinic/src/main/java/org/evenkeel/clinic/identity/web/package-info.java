/// The pages of signing in, the account and the people of a clinic.
@NullMarked
package org.evenkeel.clinic.identity.web;

import org.jspecify.annotations.NullMarked;
