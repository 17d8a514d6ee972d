"""What an analyst would write with pandas: the counts of test/bench/by-duckdb.js."""

import resource
import sys

import pandas

answers = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
identity, submitted, status, role, *items = answers.columns[:9]
clarity, comment = answers.columns[9:11]
print(answers[status].value_counts())
complete = answers[answers[status] == 'Completed'].sort_values(submitted, kind='stable')
analysed = complete.drop_duplicates(identity)
print(len(analysed))
for column in [*items, clarity, role]:
    print(analysed[column].value_counts())
for column in [*items, clarity]:
    print(pandas.crosstab(analysed[role], analysed[column]))
for column in items:
    print(pandas.crosstab(analysed[clarity], analysed[column]))
print((analysed[comment].str.strip() != '').sum())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
