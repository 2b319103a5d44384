# The library of acts, acquaintance, petitions.

event-local_act_changed = Act changed
event-act_concern_named = Acquaintance with an act asked for
event-act_concern_ended = Acquaintance with an act no longer asked for
event-act_read = Person acquainted with an act
event-petition_made = Petition made
event-petition_answered = Petition answered
event-petition_withdrawn = Petition withdrawn

section-acts = Acts
acts-under-library = { $count ->
    [one] { $count } act: federal, regional, municipal and own
   *[other] { $count } acts: federal, regional, municipal and own
}
acts-find = Find: a word of the title, or the number
acts-any-level = any
acts-in-force-on = In force on
acts-reading = Acquaintance
acts-any-reading = any
acts-reading-left = not everybody has read it
acts-nothing = No such acts
acts-nothing-how = Try another word, level or day.
acts-column-act = Act
acts-column-term = In force
acts-from = from { $from }
acts-from-to = from { $from } to { $to }
acts-not-in-force = not in force now
acts-nobody-must = not asked for
acts-left = { $left ->
    [0] everybody has read it: { $count }
   *[other] { $left } of { $count } have not read it
}
act-level-federal = federal
act-edit = Change what is known
act-edit-why = Name, number and day do not change: papers refer to them. If the act was amended, add a new edition.
act-new-edition = New edition
act-edition-under = The edition before ends with the day this one is signed. Acquaintance begins anew
act-content = Text
act-content-hint = The whole text, or what matters of it
act-link = Where it is published
act-demands = What it demands of the programme
act-demands-hint = In a sentence or two: what has to be done because of it
act-source = Source
act-unverified = not compared with the text of the act
act-replaces = Replaced
act-replaced-by = Replaced by
act-earlier-edition = the edition before
act-cited = Where it is cited
act-cited-rows = Rows of the roadmap
act-cited-papers = Papers
act-end-on = Not in force from
act-end-hint = The first day on which it is no longer in force
act-end-do = Record
act-read-ask = You have to know this act.
act-read-means = The press records you and today. It is a confirmation in the program and no signature. If a signature is wanted, sign the acquaintance sheet.
act-read-do = I have read it
act-read-on = You read it on { $day }
act-readers = Acquaintance
act-readers-none = Nobody is named yet who has to know this act.
act-readers-left = { $count ->
    [0] everybody has read it
    [one] { $count } person has not read it
   *[other] { $count } people have not read it
}
act-not-read = not read yet
act-way-in-app = confirmed in the program
act-way-paper = signed the sheet
act-concern-end = no longer wanted
act-whom-employees = All employees
act-whom-position = Everybody in the role: { $position }
act-whom-positions = By role
act-whom-people = Single people
act-whom-from = From which day
act-name = Who has to know this act
act-name-do = Ask for acquaintance
act-paper = Signed the sheet on paper
act-paper-do = Record the signatures
act-signed = Who signed
act-signed-day = Day of the signature
act-sheet-pdf = Acquaintance sheet, PDF
act-sheet-docx = Acquaintance sheet, Word
act-sheet-name = Acquaintance sheet { $number }
act-mend-whom = Choose who has to know the act
act-mend-nobody = The sheet is empty: first name who has to know the act
act-mend-signed = Tick who signed
act-mend-read-day = It can be read from { $day } to today
act-mend-read = Recorded already: { $day }
notice-act-changed = What is known of the act was changed.
notice-act-named = Acquaintance is asked for. Everybody sees the act on the page of their own roles.
notice-act-concern-ended = Recorded: from today nobody waits for this.
notice-act-read = Recorded: you have read it today.
notice-act-signed = The signatures are recorded.
me-acts = To be read
me-acts-told = { $count ->
    [one] You have to read { $count } act
   *[other] You have to read { $count } acts
}

petitions-title = Petitions
petitions-under = { $count ->
    [0] Nobody waits for an answer
    [one] { $count } petition waits for an answer
   *[other] { $count } petitions wait for an answer
}
petitions-none = No petitions yet
petitions-none-how = Mentors and mentees write them on the page of their own roles: to be released, for another mentor, for access to a personal file.
petitions-told = { $count ->
    [one] { $count } petition waits for an answer
   *[other] { $count } petitions wait for an answer
}
petitions-own = Petitions
petitions-own-under = What you ask of the curator or propose
petition-make = Write to the curator
petition-send = Send
petition-kind = About what
petition-words = Your words
petition-words-hint = What you ask for or propose, and why
petition-withdraw = Take back
petition-withdrawn = taken back on { $day }
petition-outcome = Decision
petition-outcome-granted = granted
petition-outcome-refused = refused
petition-answer = Answer
petition-answer-hint = If granted, what will be done and when; if not, why
petition-answer-do = Answer
petition-not-answered = The answer is not recorded yet
petition-refused = The petition is not sent yet
petition-release = to be released from mentoring
petition-another_mentor = another mentor
petition-file_access = access to the mentee's personal file
petition-programme = a proposal on the programme
petition-reward = a proposal of encouragement or discipline
petition-other = something else
petition-mend-kind = Choose what it is about
petition-mend-outcome = Choose the decision
petition-mend-not-theirs = Your role does not give this right. Choose another
petition-mend-words = Write at least { $least } letters
petition-mend-closed = It was answered or taken back on { $day }
notice-petition-made = The petition was sent to the curator.
notice-petition-withdrawn = The petition was taken back.
notice-petition-answered = The answer is recorded. The person sees it on their own page.
