# The peer: a linear mixed model of scores on remaining benefit by R's nlme, and what it says of
# later days: mean and standard deviation of a new score given the patient's own. These hold
# the uncertainty of the patient's effects, of the residual that lasts and of the fixed effects.
# Arguments: folder of scores.csv, treatments.csv and asked.csv; kind of residual correlation;
# output file. Prints the versions and the model that was fitted.
suppressPackageStartupMessages(library(nlme))
# The search passes singular matrices on its way and warns of each.
options(warn = -1)
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
kind <- arguments[2]
scores <- read.csv(file.path(folder, "scores.csv"))
treatments <- read.csv(file.path(folder, "treatments.csv"))
asked <- read.csv(file.path(folder, "asked.csv"))

given <- split(treatments$day, treatments$patient)
benefit <- function(patient, day, fade_days) {
  mapply(function(p, d) {
    before <- given[[p]]
    sum(exp(-(d - before[before < d]) / fade_days))
  }, patient, day)
}
# From nlme's own start the search for CAR(1) stays where residuals a week apart are strangers, so
# several starts are tried, after the days in which benefit fades; the likeliest fit is kept.
correlations <- switch(kind,
  car1 = lapply(c(0.95, 0.2, 0.8, 0.99), corCAR1, form = ~ day | patient),
  exponential = lapply(list(c(15, 0.3), c(90, 0.3)), corExp, form = ~ day | patient,
    nugget = TRUE))
control <- lmeControl(maxIter = 200, msMaxIter = 200, niterEM = 50, opt = "optim")
fitted_with <- function(fade_days, correlation) {
  scores$benefit <- benefit(scores$patient, scores$day, fade_days)
  try_with <- function(random, effects) {
    fit <- tryCatch(
      lme(score ~ benefit, random = random, correlation = correlation, data = scores,
          method = "ML", control = control),
      error = function(e) NULL)
    if (is.null(fit)) NULL else list(fit = fit, fade_days = fade_days, effects = effects)
  }
  found <- try_with(list(patient = pdSymm(~ benefit)), "correlated")
  if (is.null(found)) try_with(list(patient = pdDiag(~ benefit)), "independent") else found
}
likeliest <- function(found) {
  found <- Filter(Negate(is.null), found)
  if (length(found) == 0) stop("nlme did not converge")
  found[[which.max(sapply(found, function(each) logLik(each$fit)))]]
}
best <- likeliest(lapply(c(10, 20, 40, 80), fitted_with, correlations[[1]]))
best <- likeliest(c(list(best), lapply(correlations[-1], fitted_with, fade_days = best$fade_days)))
fit <- best$fit
scores$benefit <- benefit(scores$patient, scores$day, best$fade_days)
asked$benefit <- benefit(asked$patient, asked$day, best$fade_days)

parameters <- coef(fit$modelStruct$corStruct, unconstrained = FALSE)
lasting <- switch(kind,
  car1 = function(days) parameters[[1]]^days,
  exponential = function(days) (1 - parameters[[2]]) * exp(-days / parameters[[1]]))
between <- as.matrix(fit$modelStruct$reStruct[[1]]) * fit$sigma^2
design <- function(rows) cbind(1, rows$benefit)

# A new score's distribution given the old ones: both are jointly normal.
conditional <- function(old, new) {
  x <- design(old)
  x_new <- design(new)
  residual <- fit$sigma^2 * lasting(abs(outer(old$day, old$day, "-")))
  diag(residual) <- fit$sigma^2
  shared <- x %*% between %*% t(x_new) +
    fit$sigma^2 * lasting(abs(outer(old$day, new$day, "-")))
  weights <- solve(x %*% between %*% t(x) + residual, shared)
  beyond <- x_new - t(weights) %*% x
  variance <- rowSums((x_new %*% between) * x_new) + fit$sigma^2 - colSums(weights * shared) +
    rowSums((beyond %*% vcov(fit)) * beyond)
  data.frame(
    patient = new$patient,
    day = new$day,
    mean = as.vector(x_new %*% fixef(fit) + t(weights) %*% (old$score - x %*% fixef(fit))),
    sd = sqrt(variance))
}
histories <- split(scores, scores$patient)
answers <- lapply(split(asked, asked$patient), function(new) {
  conditional(histories[[new$patient[1]]], new)
})
write.csv(do.call(rbind, answers), arguments[3], row.names = FALSE, quote = FALSE)
cat(sprintf("R %s, nlme %s, benefit fading by %g days, %s random effects, correlation %s",
  getRversion(), packageVersion("nlme"), best$fade_days, best$effects,
  paste(names(parameters), signif(parameters, 3), collapse = ", ")))
