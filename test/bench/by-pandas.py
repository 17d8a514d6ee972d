"""What an analyst would write with pandas: the counts of test/bench/by-duckdb.js."""

import json
import resource
import sys

import pandas

file, *more = sys.argv[1:]
by_role, with_comments = 'role' in more, 'comments' in more
role = 'Which best describes you?'
priorities = [
    'Strengthening the quality assurance framework',
    '0–25 SEND commissioned services and provision',
    'Improving timeliness and transformation of Annual Reviews of Education, Health and Care plans',
    'Strengthening early identification and intervention through inclusive practice',
    'Alternative Provision',
]
clarity = 'Is it clear what we want to achieve from the priority areas?'
comment = 'Please tell us more'


def show(counts):
    print(json.dumps(counts.reset_index(name='count').values.tolist()))


needed = ['Response ID', 'Submitted', 'Status', *priorities, clarity]
if by_role:
    needed.append(role)
if with_comments:
    needed.append(comment)
responses = pandas.read_csv(file, usecols=needed, dtype=str, keep_default_na=False)
complete = responses[responses['Status'] == 'Completed'].sort_values('Submitted', kind='stable')
analysed = complete.drop_duplicates('Response ID')
show(responses['Status'].value_counts())
print([[len(analysed)]])
for column in [*priorities, clarity]:
    show(analysed[column].value_counts())
for column in priorities if by_role else []:
    show(pandas.crosstab(analysed[role], analysed[column]).stack())
if with_comments:
    print([[int((analysed[comment].str.strip() != '').sum())]])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
