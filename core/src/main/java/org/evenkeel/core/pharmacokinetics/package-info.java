/// Doses to concentrations of the drug and its metabolite in plasma, and to what they do.
///
/// Front doors: [Exposure] for many subjects of one model with closed-form modes, [Bands]
/// for quantiles over them, [PublishedModel] and [EffectModel] for what the literature gives.
/// What always holds: hours are decimal hours of one clock,
/// volumes litres, clearances litres per hour, concentrations ng/mL; no quantity is found
/// as a difference of two that nearly agree, so what is tiny is as exact as what is large.
@NullMarked
package org.evenkeel.core.pharmacokinetics;

import org.jspecify.annotations.NullMarked;
