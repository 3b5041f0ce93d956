/// What is claimed, what was found, and the one page that says so.
///
/// Front doors: [Ledger], in which tests and benchmarks keep what they found; [Page], which
/// renders it. A [Claim] is a file of its own under `docs/evidence/results`; nothing on the page
/// is typed in by hand but the words around the figures.
@NullMarked
package org.evenkeel.evidence;

import org.jspecify.annotations.NullMarked;
