# The peer: a linear mixed model of scores on remaining benefit, by R's nlme, and its prediction of
# the asked days, for the same two files. What a careful analyst would run without Evenkeel.
# Arguments: scores, treatments, as-of day, asked days joined by commas, output file.
suppressPackageStartupMessages(library(nlme))
arguments <- commandArgs(trailingOnly = TRUE)
scores <- read.csv(arguments[1])
treatments <- read.csv(arguments[2])
as_of <- as.integer(arguments[3])
asked <- as.integer(strsplit(arguments[4], ",")[[1]])
fade_days <- 20

scores <- scores[scores$day <= as_of, ]
treatments <- treatments[treatments$day <= as_of, ]
given <- split(treatments$day, treatments$patient)

# What is left of all treatments before a day, each fading by the same time constant.
benefit <- function(patient, day) {
  mapply(function(p, d) {
    before <- given[[p]]
    sum(exp(-(d - before[before < d]) / fade_days))
  }, patient, day)
}

scores$benefit <- benefit(scores$patient, scores$day)
fit <- lme(score ~ benefit, random = list(patient = pdDiag(~benefit)), data = scores)
later <- expand.grid(day = asked, patient = unique(scores$patient), stringsAsFactors = FALSE)
later$benefit <- benefit(later$patient, later$day)
later$mean <- predict(fit, later)
write.csv(later[, c("patient", "day", "mean")], arguments[5], row.names = FALSE, quote = FALSE)
