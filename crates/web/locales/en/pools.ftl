# Consents, pools of mentors and mentees, the dictionary.

section-consents = Consents
section-mentors = Mentor pool
section-mentees = Mentee pool

consents-title = Consents
consents-under = { $count ->
    [0] No participants yet: give people the roles of mentors and mentees, and this page will say who has signed what
   *[other] { $complete } of { $count } participants have every consent
}
consents-who = Whom to show
consents-participants = participants
consents-gaps = only those who lack something
consents-everybody = everybody
consents-about = Class, subject
consents-any-about = any
list-of-day = As of { $day }
list-no-day = There is no day “{ $asked }”.
consents-on = On the day
consents-nobody = Nobody found
consents-nobody-how = Consents are wanted of people with the role of a mentor or a mentee. Roles are given on the card of a person.
consents-no-gaps = Everything is signed
consents-no-gaps-how = On this day no consent is missing.
consents-of = Consents: { $name }
consents-age = Age in years: { $years }
consents-complete = Everything that is wanted is signed.
consents-none = No consents yet
section-me = My roles
own-card = My card
own-consents = My consents
own-consents-under = What is signed, until which day it holds and what is missing
own-consents-mine = My own
own-consents-none = No consents, and none are needed now.
own-consents-how = Take the form from the curator, who records what is signed. A consent is withdrawn through the curator too.
own-consents-open = All consents
own-class = My class: { $class }
own-class-empty = Nobody is in this class yet.
own-class-missing = What is missing
own-class-no-part = takes no part in the programme
consents-none-how = Record a signed consent: its kind, the day and who signed.

consent-labour_mentoring = consent of an employee to mentor (Labour Code, art. 351.8)
consent-volunteer_mentoring = statement of voluntary mentoring
consent-participation = consent of a mentee to take part
consent-personal_data = consent to the processing of personal data
consent-guardian_participation = consent of a guardian that a child takes part
consent-guardian_data = consent of a guardian to the processing of a child's data
consent-distribution = consent to the distribution of personal data
consent-short-labour_mentoring = Mentor (351.8)
consent-short-volunteer_mentoring = Mentor
consent-short-participation = Taking part
consent-short-personal_data = Data
consent-short-guardian_participation = Taking part: guardian
consent-short-guardian_data = Data: guardian
consent-short-distribution = Publication

consent-state-valid = in force
consent-state-not-yet = signed later: { $day }
consent-state-expired = ended { $day }
consent-state-withdrawn = withdrawn { $day }
consent-state-outgrown = to be signed anew: from { $day } others sign by age
consent-state-unsigned = a signature is missing: { $who }
consent-state-joined = joined with others in one paper, not allowed from 01.09.2025
consent-state-no-address = names no address of a page
consent-none = none
consent-not-wanted = not wanted
consent-until = until { $day }
consent-guardian = guardian { $name }

signer-oneself = the participant
signer-guardian = the guardian

deed-enter_mentor_bank = the mentor pool
deed-enter_mentee_bank = the mentee pool
deed-named_survey = a named questionnaire
deed-pair_as_mentor = work as a mentor
deed-pair_as_mentee = taking part as a mentee
deed-publish = publication

gap = Wanted: { $kind }. Without it there is no { $deed }. Now: { $why }
gap-absent = there is none
gap-age = the day of birth is not known, so nobody can tell who signs

consent-record = Record a consent
consent-refused = The consent is not recorded yet
consent-kind = Kind of consent
consent-signed = Signed on
consent-signed-by = Who signed
consent-signed-by-hint = Under 14 the guardian signs, from 14 to 18 both, from 18 the person alone
consent-which-guardian = Which guardian
consent-no-guardian = nobody
consent-term = In force until
consent-term-hint = Empty if until it is withdrawn
consent-joined = Stands in one paper with other consents
consent-addresses = Addresses of pages
consent-addresses-hint = Each on a line of its own and whole: https://school.example/mentoring
consent-categories = What may be shown
consent-categories-hint = Copy the mark of each line from the paper. Where there is no mark it may not be shown
consent-shown = What may be shown, and where
consent-text = Text
consent-text-hint = Which blank was signed. Usually the one in force
consent-text-in-force = the text of the program in force
consent-text-other = another blank, whose text is not here
consent-text-signed = text signed: { $edition }
consent-text-earlier = an earlier text was signed
consent-text-unknown = not recorded: another blank was signed, or the consent was entered before texts were kept
consent-ends = What ends it
consent-ends-term = its term ends on { $day }
consent-ends-age = from { $day } others must sign because of age
consent-ends-withdrawal = a withdrawal on any day
consent-mend-condition = Write the condition: { $what }
consent-mend-text = This edition is of another paper. Choose the text of the consent that you enter
scan-refused = The scan is not attached yet

permission-silent = no mark
permission-silent-why = Where there is no mark nothing may be shown.
permission-allowed = permitted
permission-conditional = permitted with conditions
permission-denied = not permitted
permission-what = Data
permission-said = Mark
permission-condition = Condition: { $what }
permission-condition-add = Condition

edition = edition { $number }, signed since { $day }
edition-in-force = in force
edition-earlier = earlier
texts-title = Texts of consents
texts-under = { $count ->
    [0] Everybody whose text is known has signed the one in force
    [one] { $count } person has signed an earlier text. That alone does not end a consent
   *[other] { $count } people have signed an earlier text. That alone does not end a consent
}
texts-places = This is the text before names and days are put in.
texts-word = This is a blank of the organisation as a Word file. It is kept with this kind of paper.
texts-unsigned = Nobody has signed the text in force yet.
texts-signed = { $count ->
    [one] signed by { $count } person
   *[other] signed by { $count } people
}
texts-signed-earlier = Signed an earlier text
texts-signed-unknown = Text not recorded
texts-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

stops-title = To be stopped after a withdrawal
stops-under = { $count ->
    [0] Everything is done
    [one] { $count } thing waits
   *[other] { $count } things wait
}
stops-none = Nothing to stop
stops-none-how = When a consent is withdrawn, what has to stop and by when stands here.
stops-nothing = Nothing: another consent in force permits the same.
stops-told = { $count ->
    [one] A consent was withdrawn: { $count } thing has to stop by { $day }
   *[other] Consents were withdrawn: { $count } things have to stop, the first by { $day }
}
stop-at-once = { $what }: at once
stop-what = What
stop-until = By
stop-do = done today
stop-done = done on { $day }
stop-overdue = late
stop-mend-done = Recorded already: done on { $day }
stop-refused = Not recorded yet
notice-stop-done = Recorded: done.
withdraw-stops = Withdrawn today, it stops:
consent-which = Which consent was signed? Each is entered by itself.
consent-missing = this one is missing
consent-record-kind = Enter: { $kind }
consent-mend-term-long = Check the year: a consent lasts at most { $most } years
consent-unfit-employee = Only employees give this consent: article 351.8 is about them. Others write a statement of voluntary mentoring
consent-unfit-law = There was no such consent before { $day }: article 351.8 was not in force. Check the day of signing
consent-unfit-minor = Nobody signs for a person of full age. Enter the person's own consent
notice-consent-not-valid = The consent is entered, but it does not hold: the list says why.
event-wording_noted = Edition of the text of a consent recorded
event-stop_due = To be stopped after a withdrawal
event-stop_done = Stopped after a withdrawal
consent-mend-kind = Choose the kind of consent
consent-mend-future = The consent is not signed yet: the date is after today
consent-mend-signer = On this day { $who } must sign too
consent-mend-guardian = Say which guardian signed
consent-mend-not-guardian = On this day the person is not recorded as a guardian. Check the day or record the guardian below on the page of consents
consent-mend-term = The term ends before the signature
consent-mend-address = Name at least one whole address, with https://
consent-mend-category = Tick what may be shown: silence is no consent
consent-mend-withdrawn = The consent was withdrawn on { $day }
consent-mend-withdraw-day = A consent is withdrawn from the day it was signed, { $day }, to today
notice-consent-recorded = The consent is recorded.
notice-consent-withdrawn = The consent is withdrawn. What stops:

data-name = full name
data-position = position or class
data-photo = photograph
data-video = video
data-age = age, year of birth
data-contacts = telephone, e-mail
data-works = works and materials under the name
data-achievements = achievements and results
data-words = words of the participant

withdraw-title = Withdraw: { $kind }
withdraw-under = The record of the consent stays, with the day of the withdrawal.
withdraw-on = Day of the withdrawal
withdraw-do = Withdraw
withdraw-refused = The consent is not withdrawn yet
stop-by = { $what }: by { $day }
stop-matching = matching
stop-pairs = work in pairs, by an order
stop-addendum = the contract addendum
stop-surveys = named questionnaires
stop-publications = publications, taken off the site
stop-data = personal data, destroyed by an act

detail-edit = Details for consents
detail-birth = Day of birth
detail-birth-hint = It tells who signs
detail-gender = Gender
detail-gender-hint = Needed to decline the name in documents
gender-by-name = told from the name
gender-feminine = feminine
gender-masculine = masculine
detail-category = Category
detail-category-hint = “First”, “highest”, “teacher-mentor”
detail-teaches = Teaches since
detail-contract = Mentoring is the work by contract
detail-contract-hint = The clause of the job description or the contract. Then no consent and addendum under art. 351.8 are wanted
detail-mend-birth = Check the year of birth
detail-mend-teaches = Check the year: the person was too young or the day has not come
notice-detail-saved = The details are saved.

guardians = Guardians
guardians-none = No guardians are recorded. Without them no consent for a child can be recorded.
guardian-add = Record a guardian
guardian-who = Who
guardian-who-hint = If the person is not listed, first add them under “People” with the role of a guardian
guardian-ground = On what ground
guardian-ground-parent = parent
guardian-ground-adopter = adoptive parent
guardian-ground-trustee = guardian by an act
guardian-ground-foster_parent = foster parent
guardian-ground-institution = representative of an institution
guardian-paper = Paper
guardian-paper-hint = The act or contract: number and date. A parent needs none
guardian-from = From
guardian-to = to { $day }
guardian-end = End today
guardian-refused = The guardian is not recorded yet
guardian-mend-who = Choose who the guardian is
guardian-mend-ground = Choose the ground
guardian-mend-oneself = Nobody represents oneself
guardian-mend-paper = This ground wants a paper: number and date
guardian-mend-day = Say from which day: as in the decision, act or contract
guardian-mend-young = This person is { $age }, and a child is represented from { $least } on
guardian-mend-unknown = This person learns here and the day of birth is not known: nobody can tell whether they may represent a child
guardian-mend-child = Check the days of birth: the parent is almost as old as the child
guardian-from-birth = from birth
guardian-from-hint = Not for a parent, who is one from the birth of the child. For others, the day of the decision, act or contract
guardian-choose = choose a person
guardian-choose-ground = choose the ground
guardian-find = Find an adult by name
guardian-find-do = Find
guardian-mend-named = This person is a guardian since { $day }
notice-guardian-named = The guardian is recorded.
notice-guardian-ended = Noted: from tomorrow the person is no guardian.

mentors-title = Mentor pool
mentors-under = { $count ->
    [one] { $count } mentor. Who has nobody yet stands first
   *[other] { $count } mentors. Who has nobody yet stands first
}
mentors-empty = No mentors in the pool yet
mentees-title = Mentee pool
mentees-under = { $count ->
    [one] { $count } mentee. Who waits longest stands first
   *[other] { $count } mentees. Who waits longest stands first
}
mentees-empty = No mentees in the pool yet
pool-empty-how = Enter a person: their data consent is wanted. If it is missing, the page says which and whose.
pool-enter = Enter into the pool
pool-find = Find: surname, subject, strength
pool-term = Strength, need
pool-any = any
pool-kind = Kind of mentoring
pool-places = Places
pool-only-free = has places
pool-strengths = Strengths
pool-needs = Needs
pool-forms = Which forms suit
pool-kinds = Suitable kinds
pool-since = In the pool since
pool-nothing = Nobody like this in the pool
pool-no-profile = not said
pool-paused = takes nobody now
pool-free = { $free } of { $all }
pool-waits = waits for a mentor
pool-choose = choose
pool-who = Who
pool-who-hint = Several can be ticked: what stands below is recorded for each
pool-consents-first = The pool takes those who have consented. Record what was signed:
pool-mend-who = Choose a person
pool-mend-in = The person is in the pool since { $day }
pool-mend-young = The child is { $age }, and the programme takes from { $least } years
pool-mend-capacity = Write the number of mentees, from 1 to { $most }
pool-refused = Not entered yet
pool-terms-hint = The words come from the dictionary of the school
pool-note = Note
pool-note-hint = Health, police and other sensitive matters must not be written here
pool-capacity = How many mentees at once
pool-minutes = Minutes a week
pool-minutes-hint = How much time there is for mentoring
pool-time = Time a week
pool-time-least = { $minutes } min or more
pool-time-has = { $minutes } min a week
pool-paused-from = Takes nobody new from
pool-paused-hint = If no one new can be taken now
pool-paused-to = to
pool-leave = Take out of the pool
pool-leave-on = Last day in the pool
pool-left-on = Left the pool
pool-profile = Profile
notice-pool-entered = Entered into the pool.
notice-pool-changed = The profile is saved.
notice-pool-left = Noted: the person leaves the pool. The history stays.

terms-title = Dictionary
terms-under = Profiles of mentors and mentees are made of these words.
terms-none = No words yet.
terms-lacking = { $count ->
    [one] { $count } more word travels with the program and is not in the dictionary
   *[other] { $count } more words travel with the program and are not in the dictionary
}
terms-lacking-under = The five forms of directive R-145, the forms of letter AZ-1128/08, frequent strengths and needs. Untick what you do not need.
terms-lacking-add = Add what is ticked
notice-terms-added = The words are added.
notice-terms-none = Nothing was ticked: the dictionary is as it was.
term-kind = What it names
term-strength = Strengths of mentors
term-need = Deficits and requests of mentees
term-form = Forms of mentoring
term-text = A word or a short phrase
term-text-hint = “Digital laboratory”, “discipline in class”, “student to student”
term-add = Add
term-end = Offer no more
term-refused = The word is not added yet
term-mend-kind = Choose what the word names
term-mend-empty = Write the word
term-mend-known = The dictionary has this word
notice-term-added = The word is added.
notice-term-ended = The word is no longer offered. Old profiles keep it.

mentoring-kind-virtual = virtual (at a distance)
mentoring-kind-group = in a group
mentoring-kind-short_term = short-term
mentoring-kind-reverse = reverse
mentoring-kind-situational = situational
mentoring-kind-speed = speed
mentoring-kind-traditional = traditional, one to one

event-person_detailed = Details of a person were saved
event-guardian_named = A guardian was recorded
event-guardian_ended = A guardianship was ended
event-consent_recorded = A consent was recorded
event-consent_withdrawn = A consent was withdrawn
event-dictionary_filled = The dictionary was given words that travel with the program
event-term_added = A word was added to the dictionary
event-term_ended = A word was taken from the dictionary
event-pool_entered = A person entered a pool
event-pool_entry_changed = A profile in a pool was changed
event-pool_left = A person left a pool

pool-free-places = Places free
form-take = Model form of the base:
form-mentors-title = Base of mentors
form-mentees-title = Base of mentees
form-number = No.
form-name = Name
form-contacts = Contacts
form-contacts-both = Contacts (of the guardian too)
form-work = Place of work or study
form-forms = Forms of mentoring
form-strengths = Main competences
form-achievements = Achievements that matter to the programme
form-interests = Interests
form-ages = Age of mentees wished
form-time = Time, minutes a week
form-since = Day of entering the programme
form-mentees = Mentees
form-form = Form of mentoring
form-work-of-mentee = Place of work or study of the mentee
form-work-of-mentor = Place of work or study of the mentor
form-until = Day of completion
form-results = Results of the programme
form-link = Link to a case or a review on the site
form-birth-year = Year of birth
form-need = Main need
form-mentor = Mentor
form-done = Mark of completion

pool-standing = Whom to show
pool-there = those in the pool
pool-past = those of before

attention-title = Consents
attention-missing = none: { $kind }
attention-ending = { $kind } — until { $day }
attention-record = record
attention-rest = { $count ->
    [one] { $count } more participant lacks consents
   *[other] { $count } more participants lack consents
}
