# Roadmaps: loading, draft, versions, approval, rolling forward.

section-roadmaps = Roadmaps and versions
roadmaps-title = Roadmaps and versions
roadmaps-under = { $count ->
    [one] { $count } roadmap with its versions
   *[other] { $count } roadmaps with their versions
}
roadmaps-empty = No roadmap yet
roadmaps-empty-how = Load the file you work by: Word, Excel, LibreOffice or text. Or begin with a sample.
roadmaps-load = Load a file
roadmaps-from-standard = Begin with a sample
roadmap-named = Roadmap { $title }
roadmap-untitled = Roadmap without a title
roadmap-roll = Roll forward to the next year
version-column = Version
version-column-state = State
version-column-order = Order
version-column-begun = Begun
version-name = Version { $number }
version-draft = Draft
version-approved = In force
version-superseded = Superseded
version-discarded = Set aside
version-order = No. { $number } of { $date }
version-no-order = not approved yet
version-change = Change the roadmap
version-go-on = Go on with the draft
version-under = { $state }. { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, { $days }
version-of-rows = { $count ->
    [one] of { $count } row
   *[other] of { $count } rows
}
version-sound = Without remarks
version-must = to be mended or accepted with a reason
version-accepted = { $count } more accepted with a reason
version-may = may stay
version-whole = Remarks on the document as a whole
version-chips = Which rows are shown
version-chip-remarks = With remarks, { $count }
version-chip-all = All rows, { $count }
version-chip-order = Order
order-how = The buttons move a row by one place; at the edge of a section it crosses into the next one. With a mouse a row can be dragged to its place at once.
version-caption = Rows of the roadmap and how they are understood
version-difference = Difference to the one in force
version-approve = Approve by an order
version-discard = Set the draft aside
paper-name = Roadmap { $years } { $school }
paper-name-draft = Roadmap { $years } { $school }, draft
paper-name-old = Roadmap { $years } { $school }, version { $number }
version-ready = The roadmap can be approved
version-ready-why = Once approved, rows become tasks with deadlines and people.
version-mend-left = { $count ->
    [one] { $count } place left to mend
   *[other] { $count } places left to mend
}
version-mend-why = Mend the rows or accept the remarks with a reason: it cannot be approved otherwise.
remark-guide = What { $code } means
remark-accept = Accept with a reason
remark-accepted = Accepted with a reason: { $reason } ({ $name }, { $day })
remark-accepted-day = Accepted with a reason: { $reason } ({ $day })
row-place = Place
row-activity = Activity
row-deadline = Deadline
row-responsible = Responsible
row-result = Result and indicator
row-empty = not given
row-mended = deadline set by hand
row-nobody = Nobody takes part
row-nobody-words = НЕ ПРИВЛЕКАЮТСЯ
row-add = Add a row
row-add-after = Add a row below
row-new = New row
row-edit = Row of the roadmap
row-save = Save the row
row-check = Read again
row-refused = The row is not saved yet
row-kept = Everything you wrote is kept on this page.
row-in-file = in the file: { $text }
row-deadline-hint = In words, as in the document: «октябрь 2026», «до 25 числа каждого месяца», «в течение двух недель после приказа»
row-normal-open = Set the deadline exactly
row-normal = Form of the deadline
row-normal-hint = Needed where the words were understood differently. For example: month:2026-10, before:2026-12-25, monthly:25, yearly:09
row-responsible-hint = Positions and names, separated by commas
row-people-open = Choose people
row-people = Who answers
row-people-hint = The people chosen answer for the row in place of those found by the words.
row-result-words = Expected result
row-evidence-open = Choose documents
row-evidence-by-hand = Count only what is ticked below
row-evidence = Which documents must exist
row-indicator = Indicator
row-indicator-hint = With a number and what it is counted from: “at least 70 % of novice teachers”
row-section = Stage or section
row-section-hint = A new row goes to the end of this section; without one, to the end of the roadmap, under “No section”
row-subsection = Sub-stage
row-number = Number
row-note = Note
row-up = Up
row-down = Down
row-strike = Strike the row out
figures-open = { $count ->
    [0] Add a figure by hand
    [one] Mend { $count } figure
   *[other] Mend { $count } figures
}
figures-from-words = Forget what was mended and read the figures from the words
figure-number = Figure { $n }
figure-choose = choose from the list
figure-measure = What is counted
figure-op = Comparison
figure-value = Value
figure-unit = Unit
figure-unit-own = that of the measure
figure-of = Of what or of whom
figure-year = Year
figure-add = Add a figure
figure-drop = Remove
figure-next-year = One more year
figure-mend = Figure { $n }: { $what }
figure-mend-measure = choose what is counted
figure-mend-value = write a number, such as 55 or 2.5
figure-mend-share = a share is never more than 100 %
figure-mend-unit = choose a unit
figure-mend-long = write it shorter, up to 500 characters
figure-mend-year = the roadmap does not run in this year
figure-mend-repeated = the same figure stands above
figure-mend-many = remove some, there is room for 40
measure-groups = Number of groups
measure-materials = Number of materials
measure-partners = Number of partners
measure-programmes = Number of programmes
measure-surveys = Number of questionnaires
measure-protocols = Number of documents
measure-hours = Number of hours
unit-groups = groups
unit-materials = materials
unit-organisations = organisations
unit-programmes = programmes
unit-questionnaires = questionnaires
unit-documents = documents
unit-hours = hours
unit-points = points
doubts-left = { $count ->
    [one] Say what { $count } figure means
   *[other] Say what { $count } figures mean
}
doubts-why = It is not clear what is counted, or of what it is a share. It is asked once: the answer is remembered for the same words.
doubts-go = Answer
doubts-title = What figures mean
doubts-under = { $count ->
    [one] { $count } question left. The answer is remembered for the same words, next year too.
   *[other] { $count } questions left. The answer is remembered for the same words, next year too.
}
doubts-none = All figures are clear
doubts-none-how = A figure can be mended in its row.
doubt-refused = The answer is not saved yet
doubt-measure = What is counted
doubt-measure-hint = Where the number is no target, choose “not an indicator”, the last of the list.
doubt-no-indicator = not an indicator
doubt-of-hint = For example: “teachers of the school”, “novice teachers”
doubt-answer = Remember the answer
doubt-later = Answer later
doubt-mend-measure = Choose what is counted, or “not an indicator”
reading-understood = Understood: { $what }
reading-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
}, next { $next }
reading-as-needed = as needed, no reminders
reading-continuous = all the time, no reminders
reading-event = { $event ->
    [0] waits for an event
   *[other] waits for: { $event }
}
reading-dated-by = another plan names the day: { $plan }
reading-duration = says how long, not when
reading-none = no deadline
reading-nobody-found = { $name } (not among the people of the school yet)
op-least = at least
op-most = at most
op-more = more than
op-less = less than
op-equal = exactly
edit-mend-not-draft = This version is not a draft any more. Begin a new one
edit-mend-text = Write what is to be done
edit-mend-long = Shorten the text: a cell holds 20,000 characters
edit-mend-normal = There is no such form of a deadline. Write, for example, month:2026-10
edit-mend-person = This person is no longer in the school. Choose another
edit-mend-period = The last month must be later than the first
edit-mend-rows = The roadmap has 2000 rows already. Divide it in two
head-title = Title and period
head-edit = Title and period
head-under = Months without a year are read by this period. When it changes, deadlines are read again.
head-refused = Title and period are not saved yet
head-name = Title of the roadmap
head-from = First month
head-to = Last month
head-save = Save
import-title = Load a roadmap
import-under = The file stays as it is. You will see how each row is understood and mend what is not right.
import-file = File with the roadmap
import-file-hint = Word (.docx), Excel (.xlsx), LibreOffice (.odt, .ods), .csv or text, up to 20 MB. An order and a regulation in the same file do no harm.
import-read = Read the file
import-refused = The file is not read yet
import-kept = Nothing has changed.
import-none = No file?
import-waits = The file “{ $file }” was loaded and is not finished
import-waits-why = { $at }, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}. Decide whether it is a new roadmap or a new version.
import-go-on = Go on
import-discard = Set the file aside
notice-import-discarded = The file was set aside. It can be loaded again at any time
import-mend-file = Choose a file
import-mend-no-roadmap = No table in the file looks like a roadmap with activities and deadlines. Check that this is the file you meant
import-mend-too-long = The file takes too long to read. Leave only the roadmap in it and load it again
decide-title = New roadmap or new version
decide-under = File “{ $file }”, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}. There is a roadmap for this time already.
decide-under-alone = File “{ $file }”, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
decide-not-approved = This roadmap is not approved yet, there is nothing to compare with.
decide-what = What is this file
decide-version = A new version of “{ $title }”
decide-new = A roadmap of its own, in force beside it
decide-go-on = Go on
decide-alone = Keep the years of the file
decide-title-past = A roadmap of a period that is over
decide-past = The period of this roadmap is over
decide-past-why = It can be rolled forward to this school year: deadlines, years in texts and references to orders.
decide-roll = Roll forward to this year
approve-title = Approve the roadmap
approve-refused = The roadmap is not approved yet
approve-kept = The draft is kept.
approve-left = Left before approval
approve-left-code = { $count ->
    [one] { $count } place with remark { $code }
   *[other] { $count } places with remark { $code }
}
approve-look = Look
approve-number = Number of the order
approve-number-hint = As registered: “71-б”, “214-од”
approve-on = Date of the order
approve-mend-errors = { $count ->
    [one] Mend { $count } remark, or accept it with a reason
   *[other] Mend { $count } remarks, or accept them with a reason
}
approve-mend-questions = { $count ->
    [one] Answer { $count } more question of the rolling, or take everything as it stands
   *[other] Answer { $count } more questions of the rolling, or take everything as it stands
}
approve-mend-rows = Add at least one row
approve-mend-number = Write the number of the order
approve-mend-date = Write the date of the order
approve-mend-ahead = The date of the order lies ahead. Put today or an earlier day
approve-mend-before = The order is earlier than the order of the version in force ({ $date }). Check the date
remarks-accepted-title = Approved with remarks
remarks-accepted-note = { $count } accepted with a reason
remarks-title = Accept remarks with a reason
remarks-under = The reason, your name and the day stay beside the remark on the roadmap's page and in all its versions.
remarks-which = Which places stay as they are
remarks-reason = Why
remarks-reason-hint = For example: “The work began in December 2021, the deadline in the order is right”
remarks-refused = The remarks are not accepted yet
remarks-back = Back to the roadmap
remarks-mend-nothing = Tick at least one place
remarks-mend-reason = Write the reason in words of at least { $least } letters

difference-title = How version { $to } differs from version { $from }
difference-none = No difference.
difference-counts = Rows added: { $added }, removed: { $removed }, changed: { $changed }
difference-row = Row
difference-kind = What changed
difference-was = Was
difference-is = Is
difference-added = added
difference-removed = removed
difference-changed = changed
difference-moved = moved
difference-back = Back to the version
field-title = Title
field-period = Period
field-order = Order
field-plan-indicator = Target of the plan
field-path = Stage
field-number = Number
field-text = Activity
field-item = Part of the activity
field-deadline = Deadline
field-responsible = Responsible
field-result = Result
field-evidence = Documents
field-indicator = Indicator
field-audience = Audience
field-note = Note
roll-title = Roadmap for { $years }
roll-under = Changes: { $changes }, questions: { $questions }
roll-next = Begin the draft of the new year
roll-next-why = Deadlines and years are moved already. Doubtful places are listed below; they can be mended in the draft.
roll-begin = Begin the draft
roll-field = Where
roll-doubt = Why we ask
roll-kept = As it was
roll-moved = If moved
roll-order-new = a new one, named when you approve
roll-questions = Check yourself
roll-questions-why = each is asked in the draft; until then it holds the more careful reading
roll-stands = In the draft
questions-title = Questions of the rolling
questions-under = { $left ->
    [0] All { $all } questions are answered. An answer may be changed until the roadmap is approved.
   *[other] Left to answer: { $left } of { $all }. Answers are kept, you can go on any day.
}
questions-left = { $count ->
    [one] { $count } question of the rolling is left
   *[other] { $count } questions of the rolling are left
}
questions-why = Years and dates that the system is not sure of. Answer one by one, or take everything as it stands.
questions-go = Answer the questions
questions-look = Answers of the rolling
questions-none = All questions are answered.
questions-rest-title = Is the rest right?
questions-rest-why = Then take the other places as they stand in the draft.
questions-rest = { $count ->
    [one] Take { $count } place as it is
   *[other] Take { $count } places as they are
}
questions-all = All questions
questions-state = Answer
questions-answered = answered
questions-open = not yet
question-title = Keep this year?
question-refused = The answer is not saved yet
question-mend-changed = These words were changed in the row already. Open the row, check the year, then take the place as it is
question-keep = Keep
question-move = Move
question-by-hand = Mend the row by hand
next-year-title = Next year's roadmap is wanted by { $day }
next-year-why = One press prepares the draft: deadlines and years move, people and documents stay.
next-year-over = The period of the roadmap ended on { $day }
next-year-over-why = It reminds of nothing any more. Move it to this school year: deadlines and years move along, people and documents stay.
next-year-prepare = Prepare the draft
next-year-left = The draft is begun. Questions of the rolling: { $questions }, rows to mend: { $errors }.
roll-changes = What was moved
doubt-act = an act: there may be a newer one
doubt-outside-plan = a year outside the period
doubt-perhaps-no-year = looks like a year and may be none
doubt-leap-day = not every year has 29 February
doubt-words-and-dates-differ = the words and the exact form disagree
doubt-period-unknown = the period is not given
standard-title = Begin with a sample
standard-under = The sample is complete: stages, deadlines, people, documents and indicators. Everything can be changed in the draft.
standard-refused = The draft is not begun yet
standard-which = Which sample
standard-year = School year
standard-begin = Begin the draft
standard-mend = Choose a sample and a school year
standard-teachers = Teachers: seven stages of the 2021 recommendations
standard-students = Students: seven stages of Р-145
standard-kindergarten = Kindergarten: mentoring of teachers
standard-college = College: students, teachers and employers
standard-municipality = Municipality: the roadmap of the centre
notice-draft-begun = The draft is ready. Check the rows and approve it by an order
notice-draft-discarded = The draft is set aside. It can be found among the versions
notice-row-saved = The row is saved
notice-row-added = The row is added
notice-row-moved = The row is moved
notice-row-struck = The row is struck out of the draft
notice-head-saved = Title and period are saved, deadlines are read again
notice-remarks-accepted = The remarks are accepted, the reason is kept
notice-figure-answered = The answer is kept and remembered for the same words
notice-question-answered = The answer is kept
notice-questions-answered = All questions of the rolling are answered
notice-approved = The roadmap is approved. Its rows have become tasks
reading-unread-deadline = The deadline is not understood. Write, for example: by 15 October, September – November, during the year
