# The same question to deSolve: each subject's three differential equations by lsoda at 1e-8, with
# compiled derivatives left out, for they need a compiler; prints seconds of processor time.
if (!requireNamespace("deSolve", quietly = TRUE)) quit(status = 1)
count <- as.integer(commandArgs(trailingOnly = TRUE)[1])
set.seed(1)
typical <- c(75, 80, 60, 150, 180, 0.7, 45, 100)
draw <- function() {
  p <- typical * exp(rnorm(8, 0, 0.3))
  p[6] <- runif(1)
  p
}
subjects <- replicate(count, draw())
end <- 40 / 60
flows <- function(t, a, p) {
  rate <- if (t < end) 0.5 * p[1] / end else 0
  list(c(
    rate - (p[2] + p[4]) / p[3] * a[1] + p[4] / p[5] * a[2],
    p[4] / p[3] * a[1] - p[4] / p[5] * a[2],
    p[6] * p[2] / p[3] * a[1] - p[7] / p[8] * a[3]))
}
times <- sort(unique(c((0:199) * 0.12, end)))
spent <- system.time(for (i in seq_len(count)) {
  deSolve::lsoda(c(0, 0, 0), times, flows, subjects[, i], rtol = 1e-8, atol = 1e-12, tcrit = NULL)
})
cat(spent[["user.self"]] + spent[["sys.self"]])
