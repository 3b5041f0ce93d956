/// The worklist, the patient page, appointments, figures and the patient's own record.
@NullMarked
package org.evenkeel.clinic.forecasting.web;

import org.jspecify.annotations.NullMarked;
