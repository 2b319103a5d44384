# Words that remarks are made of.

month-1 = January
    .of = January
month-2 = February
    .of = February
month-3 = March
    .of = March
month-4 = April
    .of = April
month-5 = May
    .of = May
month-6 = June
    .of = June
month-7 = July
    .of = July
month-8 = August
    .of = August
month-9 = September
    .of = September
month-10 = October
    .of = October
month-11 = November
    .of = November
month-12 = December
    .of = December

column-number = Number
column-stage = Stage
column-sub-stage = Sub-stage
column-activity = Activity
column-deadline = Deadline
column-start-date = Start
column-end-date = End
column-responsible = Responsible
column-result = Expected result
column-indicator = Indicator
column-audience = Audience
column-form = Form
column-note = Note
column-other = Other

severity-error = error
severity-warning = warning
severity-note = note

place-table = table { $table }
place-row = row { $row }
place-column = column “{ $column }”
place-text = text outside tables, paragraph { $row }
place-document = the whole document
help-label = help

stage-preparation = preparing the conditions
stage-mentees = the mentee pool
stage-mentors = the mentor pool
stage-training = selection and training of mentors
stage-pairs = forming pairs and groups
stage-work = the work of pairs and groups
stage-completion = completion of mentoring
stage-information = information support

model-students = directive № Р-145 on mentoring of students
model-teachers = the 2021 recommendations on mentoring of teachers

step-data-consent = consents to personal-data processing
step-consent = consents to mentoring
step-mentees = the mentee pool
step-mentors = the mentor pool
step-selection = selection of mentors
step-training = training of mentors
step-pairs = forming of pairs
step-order = the order on pairs
step-first-meeting = the first meeting
step-plans = individual plans
step-meetings = meetings of pairs
step-work = work of pairs
step-final = the final meeting
step-diagnostics = diagnostics of participants
step-accounting = the personal register
step-publication = publication

paper-consent = the mentor’s written consent
paper-addendum = an addendum to the employment contract
paper-pay = terms of the mentor’s pay

kind-school = a school
kind-kindergarten = a kindergarten
kind-college = a college
kind-supplementary = a supplementary-education organisation
kind-municipality = a municipality

group-period = Period and dates
group-order = Order of steps
group-numbering = Numbering
group-missing = What is missing
group-column = The wrong column
group-figure = Figures
group-reference = References to events
group-placeholder = Blanks
group-foreign = Foreign names
group-model = The target model
group-law = Acts and duties
group-coverage = Coverage
group-guess = Guesses

guide-title = Remarks on a roadmap
guide = Estafeta checks a roadmap at upload and by `estafeta check`. Every remark has a code that never changes and can be referred to.
    `estafeta explain CODE` shows the same text. With an error the row does not become a task; a warning is probably not meant; a note is only good to know.
guide-example = Example
guide-mend = The mend
explain-unknown = There is no code { $code }. The nearest is { $nearest }: { $title }
place-empty = (empty)
summary-errors = errors: { $n }
summary-warnings = warnings: { $n }
summary-notes = notes: { $n }
