# The first start.

start-title = Beginning
start-promise = Bring your roadmap. Each of its rows becomes a task with a deadline and somebody responsible
start-school = What is your organisation called
start-do = Begin
start-how = How deadlines are read
start-how-month = «Май - 2024»
start-how-month-read = by 31 May 2024
start-how-range = «Декабрь – апрель 2024»
start-how-range-read = from 1 December 2023 to 30 April 2024
start-how-monthly = «Ежемесячно 25 числа»
start-how-monthly-read = twelve deadlines, days off are moved
start-refused = Beginning did not work yet
start-mend-school = Write the name of the organisation

start-curator = Curator
start-mend-founded = Others work here already. Sign in or ask the curator for an invitation
start-how-it-goes = How the year begins
start-step-name = Name the organisation: the password and the rest can wait.
start-step-roadmap = Load the file of the roadmap or take a template.
start-step-people = Add people, and every row gets somebody responsible and a deadline.
start-file = Roadmap
start-file-hint = A file of Word, Excel, LibreOffice or text. It can be loaded later as well.
