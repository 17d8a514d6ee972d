# What an analyst would write in R: how many agree with each priority, and how clear it was.
file <- commandArgs(trailingOnly = TRUE)[1]
answers <- read.csv(file, check.names = FALSE, colClasses = "character", encoding = "UTF-8")
complete <- answers[answers[[3]] == "Completed", ]
agreement <- c("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
items <- as.data.frame(lapply(complete[5:9], factor, levels = agreement), check.names = FALSE)
if (requireNamespace("likert", quietly = TRUE)) {
  print(summary(likert::likert(items)))
} else {
  print(t(sapply(items, function(item) round(100 * prop.table(table(item))))))
}
print(table(complete[[10]]))
