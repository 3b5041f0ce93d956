package org.evenkeel.clinic.identity.web;

import org.evenkeel.clinic.identity.internal.PatientAccounts.Account;
import org.evenkeel.clinic.web.FormState;

import java.util.Optional;
import java.util.UUID;

/// How a patient may sign in to read their own record.
///
/// @param name the patient's
/// @param account theirs, where there is one
/// @param link the address just made, shown this once
/// @param form the invitation being written
public record PatientAccountPage(
        UUID patientId,
        String name,
        Optional<Account> account,
        Optional<String> link,
        FormState form) {}
