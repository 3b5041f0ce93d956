/// Conditions written as CQL, for engines that are not ours.
///
/// Front door: [CqlLibrary]. *Met*, *not met* and *unknown* are CQL's `true`, `false` and `null`.
/// What a library reads of a patient, and by which codes, stands in [FactCodes] and in
/// docs/reference/fhir.md. Every number of a text is taken from its condition.
@NullMarked
package org.evenkeel.exchange.cql;

import org.jspecify.annotations.NullMarked;
