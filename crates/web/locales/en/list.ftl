# Loading a list of people.

list-title = Load a list of people
list-under = Staff, classes, parents, partners: columns may be called anything and stand in any order
list-refused = The list is not read yet
list-file = File
list-file-hint = .xlsx, .ods or .csv up to 20 MB. Passports, insurance numbers and health are not read even where the file has them
list-read = Read
list-mend-file = Choose the file with the list
list-mend-too-long = Reading took too long. Divide the list into several files
list-loaded = Loaded before
list-state-discarded = set aside
list-state-taken = recorded
list-state-waits = waits for you
list-count = New: { $new }. To change: { $changed }. Known and unchanged: { $same }
list-nothing-kept = This list was set aside, its content is not kept.
list-taken = What was recorded
list-nothing-new = Nothing has changed: all { $count } of the list were recorded before with the same facts.
list-added = Added: { $count }
list-changed = Changed: { $count }
list-somebody = somebody who is not here any more
list-take-title = { $count ->
    [one] { $count } person can be recorded
   *[other] { $count } people can be recorded
}
list-take = Record { $count }
list-take-whole = The whole list is sound
list-left = { $count ->
    [one] { $count } row is left for later, it is shown below
   *[other] { $count } rows are left for later, they are shown below
}
list-all-known = Everybody of this list is recorded already
list-all-known-why = The facts are the same, there is nothing to change
list-only-left = There is nothing to record yet
list-close = Put the list away
list-who = Is this one person?
list-who-under = Nobody is joined by the program where there is any doubt
list-same = The same person
list-different = Another person
list-more = And { $count } more: answer these, and the next will be shown.
list-row = Row { $row }
list-guardian-of = { $name }, guardian ({ $student })
list-known = { $name }, recorded already
list-columns = What the columns mean
list-columns-under = Mend what was misunderstood: it is remembered for the next list
list-answer = Take the answers and read again
list-errors = What to mend in the file
list-errors-under = Rows with a red edge are not recorded, those with an amber one are recorded without this cell
list-error-many = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
list-error-rows = rows { $rows }
list-error-example = For example: { $what }
list-error-each = Show each
list-passed = { $count ->
    [one] { $count } row was passed over: nobody is in it
   *[other] { $count } rows were passed over: nobody is in them
}
list-passed-under = Totals, vacant posts, signatures. If one of them is a person, write the name into the column of names and load the file again.
list-passed-sheets = Sheets without a list of people were not read: { $sheets }
list-columns-refused = With such columns nobody is found in the file
list-errors-file = Download this table: { $count }
list-error-sheet = Sheet
list-error-row = Row
list-error-name = Who
list-error-column = Column
list-error-what = What is wrong
list-column-about = As understood
list-column-fate = What will be
list-fate-new = new
list-fate-known = known
list-fate-waits = waits for an answer
list-people-all = { $count } in all
list-people-under = { $count } in all, the first { $shown } shown
list-discard = Set the list aside and record nothing more
notice-list-answered = The answers were taken.
notice-list-taken = The list was recorded.
notice-list-discarded = The list was set aside, its content is not kept any more.

list-field-full_name = surname, first name and patronymic
list-field-surname = surname
list-field-first = first name
list-field-patronymic = patronymic
list-field-first_patronymic = first name and patronymic
list-field-former_surname = former surname
list-field-birth_date = day of birth
list-field-kind = who it is: employee, student, parent
list-field-position = job
list-field-subject = subject
list-field-class = class or group
list-field-class_number = number of the class
list-field-class_letter = letter of the class
list-field-class_or_position = class or job
list-field-class_led = class teacher of
list-field-category = category
list-field-experience_years = teaching experience, years
list-field-total_experience_years = experience of all work, years
list-field-total_and_teaching_years = experience: all work, then teaching
list-field-teaching_and_total_years = experience: teaching, then all work
list-field-since = first day in the organisation
list-field-phone = telephone
list-field-email = e-mail
list-field-gender = sex
list-field-guardian_name = name of a guardian
list-field-guardian_phone = telephone of a guardian
list-field-guardian_email = e-mail of a guardian
list-field-row_number = number of the row
list-field-not_read = not to be read: papers, health
list-field-ignored = not needed
