# Reference values for survival statistics, by R's package survival.
# Run from the repository's root: Rscript evidence/r/survival.R
# It writes evidence/reference/survival-*.csv; versions and seed stand in their first line.
library(survival)

seed <- 20261122
set.seed(seed)
made_by <- sprintf("# %s, survival %s, seed %d", R.version.string,
                   packageVersion("survival"), seed)
write_table <- function(name, table) {
  file <- file.path("evidence/reference", paste0("survival-", name, ".csv"))
  writeLines(made_by, file)
  suppressWarnings(write.table(table, file, append = TRUE, sep = ",",
                               row.names = FALSE, quote = FALSE))
}

# Days are whole numbers, so that there are ties, events and censorings on one day among them.
arm <- function(n, treated, rate) {
  event <- ceiling(rexp(n, rate))
  last <- ceiling(runif(n, 20, 200))
  data.frame(treated = treated, time = pmin(event, last), event = as.integer(event <= last))
}
trials <- list(
  usual = rbind(arm(80, 1, 0.006), arm(85, 0, 0.013)),
  many_ties = transform(rbind(arm(60, 1, 0.02), arm(60, 0, 0.02)), time = ceiling(time / 14)),
  small = rbind(arm(6, 1, 0.01), arm(7, 0, 0.03)))

people <- do.call(rbind, lapply(names(trials), function(name)
  cbind(trial = name, trials[[name]])))
write_table("people", people)

expected <- do.call(rbind, lapply(names(trials), function(name) {
  each <- trials[[name]]
  cox <- summary(coxph(Surv(time, event) ~ treated, data = each, ties = "efron",
                       control = coxph.control(eps = 1e-12, iter.max = 50)))$conf.int
  curve <- survfit(Surv(time, event) ~ 1, data = each)
  at <- quantile(each$time, c(0.25, 0.5, 0.75), type = 1, names = FALSE)
  data.frame(trial = name, hr = cox[1], low = cox[3], high = cox[4],
             t1 = at[1], t2 = at[2], t3 = at[3],
             t(setNames(summary(curve, times = at)$surv, c("s1", "s2", "s3"))),
             median = unname(summary(curve)$table["median"]))
}))
write_table("expected", format(expected, digits = 12, trim = TRUE, scientific = FALSE))
