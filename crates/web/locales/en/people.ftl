# People: the list, the card, roles, invitations.

section-people = People
people-title = People
people-under = { $count ->
    [0] Everyone who answers for rows of the roadmap or takes part in mentoring will be here
    [one] { $count } person. Those responsible in the roadmap are found here by surname and position
   *[other] { $count } people. Those responsible in the roadmap are found here by surname and position
}
people-add = Add a person
people-find = Find: surname or first name
people-all = any role
people-column-name = Person
people-column-roles = Place in mentoring
people-column-contact = Contact
people-no-roles = no role given
people-no-contact = neither e-mail nor telephone
people-empty = No people yet
people-empty-how = Add those who answer for rows of the roadmap: the head, the curator, heads of associations. The others can follow later.
people-nothing = Nobody found
people-nothing-how = Check how the surname is written. “Е” and “ё” count as one letter.
people-clear = Clear the selection

person-new = New person
person-edit = Change the card
person-surname = Surname
person-first = First name
person-patronymic = Patronymic
person-job = Job
person-job-hint = As in documents: “teacher of mathematics”
person-email = E-mail
person-phone = Telephone
person-position = Place in mentoring
person-position-hint = Rows of the roadmap find their responsible people by this role. Roles can be added later too.
person-position-none = not now
person-save = Save
person-add-save = Add
person-refused = The card is not saved yet
person-kept = Everything you wrote is still on this page.
person-mend-surname = Write the surname
person-mend-long = Shorten it: { $limit } { $limit ->
    [one] character fits
   *[other] characters fit
} here
person-mend-email = Check the e-mail: an address needs “@” and a dot, such as ivanova@school.ru
person-mend-name = A name has letters, hyphens and apostrophes only. Take digits, brackets and signs away
newcomer-former = Surname before
newcomer-former-hint = If it changed: the person is found by it too
newcomer-class-hint = “7A”, “IT-21”, “senior group”
newcomer-birth-hint = It tells who signs the consents
newcomer-category-none = not given
newcomer-guardian = Guardian
newcomer-guardian-hint = Surname, first name and patronymic. Another one is added on the page of the child
newcomer-guardian-phone = Telephone of the guardian
newcomer-guardian-is = Who this guardian is
newcomer-ward = Whose guardian
newcomer-ward-none = say later
newcomer-same = This is { $who }
newcomer-other = This is somebody else
newcomer-alike = Somebody alike is known already
newcomer-alike-hint = If it is the same person, open the card: no second one is needed
newcomer-spelling = How the name is spelled
newcomer-as-typed = as typed
newcomer-mend-alike = Somebody alike is known already: open the card or tick that this is somebody else
newcomer-mend-spelling = Check the capitals: { $name }
newcomer-mend-guardian = Such a guardian is known already: choose whether it is the same
newcomer-mend-class = Write the class or group: lists are made by it
newcomer-mend-paper = Name the paper: an act of trusteeship, a contract, a decision of a court
category-highest = highest
category-first = first
category-second = second
category-fit_for_position = fit for the position
category-teacher_methodist = teacher-methodist
category-teacher_mentor = teacher-mentor
notice-person-added = The person is added.
notice-person-saved = The card is saved.

person-roles = Roles
person-roles-none = No roles yet. Add one, and rows of the roadmap will find this person.
person-role-since = since { $from }
person-role-until = from { $from } to { $to }
person-role-add = Add a role
person-role-which = Role
person-role-about = What it is about
person-role-about-hint = A class, a subject or an association
person-role-from = From which day
person-role-end = End the role
person-role-refused = The role is not saved yet
person-mend-role-held = This role is held since { $since }. End it or choose another day
person-mend-role-head = The head is named on the card of the organisation: papers are signed by the title and the days there
person-mend-role-student = On these days the person learns here: no post of the staff can be given
person-mend-role-young = The person is { $age }, and this role is from { $least } on
person-mend-role-early = Check the year: a role cannot begin before { $day }

whom-find = Name
whom-class = Class
whom-position = Role
whom-any = any
whom-born = born { $year }
whom-nobody = Nobody was found. Change the search.
whom-rest = { $count ->
    [one] { $count } more is not shown: narrow the search.
   *[other] { $count } more are not shown: narrow the search.
}
person-mend-role-which = Choose a role
person-mend-ends-before = The role began on { $from }: it can be ended from that day on
notice-role-added = The role is saved.
notice-role-ended = The role ends today.

person-left = Not with the organisation since { $day }

invite = Invite
invite-title = Invite: { $name }
invite-under = The person opens a link, makes up a password and sees their tasks. E-mail is not needed.
invite-role = With which rights
invite-role-hint = Rights in Estafeta, not the job. A curator keeps the roadmap, a head signs, a teacher sees their own tasks.
invite-do = Make a link
invite-ready = Link for: { $name }
invite-ready-under = Works until { $until } and opens once. This page will not show the link again.
invite-link = Link
invite-message = Text to paste into the school's messenger
invite-message-text = Hello, { $name }! This is an invitation to Estafeta, where the roadmap of mentoring is kept. The link works until { $until }. Open it and make up a password: { $link }
invite-slip = Slip with a code
invite-slip-how = Print the page: the slip keeps the name, the term and the code for a phone.
invite-qr = Code with the link of the invitation
invite-print = To print the slip, press Ctrl+P.

invite-refused = There is no link yet
invite-mend-has-role = The person has these rights already
invite-mend-invited = A link with these rights has been made and still works. Find it in your messages or choose other rights
invite-mend-level = An organisation of this level has no role “{ $role }”. Choose another
invite-mend-left = The person is no longer with the organisation: there is nobody to invite
invite-mend-acting = You stand in for the curator and cannot give these rights for good. The curator or the head can

person-role-title = New role: { $name }
leaving = Not working here any more
leaving-title = Not working here any more: { $name }
leaving-under = Roles end on this day. Records and history stay. Access is closed separately, on the page Access.
leaving-refused = The last day is not saved yet
leaving-on = Last day
leaving-do = Save the last day
notice-person-left = The last day is saved, roles have ended.

access = Access
access-title = Access: { $name }
access-under = With which rights the person signs in to Estafeta
access-refused = The access is still there
access-none = No access
access-none-how = Make an invitation link: it lets the person make up a password and sign in.
password-link = Link for a new password
password-link-forgotten = Forgotten password
password-link-why = By the link the person makes up a new password. It works once, within a day; all sessions end.
password-link-ready = New password: { $name }
password-link-under = Hand the link over in person. It is shown once, and works once, until { $until }
password-link-mend-none = The person cannot sign in yet. Invite them
password-link-mend-elsewhere = The account opens another organisation too, so its password is not changed from here. Ask whoever keeps Estafeta’s machine
access-end = Close the access
access-mend-last-manager = Invite another curator or head first: otherwise nobody is left who can invite
access-mend-ended = The access has been closed since { $on }
access-waiting = an invitation waits for an answer until { $until }
access-withdraw = Withdraw the invitation
notice-access-ended = The access is closed.
notice-invitation-withdrawn = The invitation is withdrawn: its link opens nothing any more.

people-kind = Who it is
people-any-kind = everybody
people-class = Class
people-any-class = any class
people-subject = Subject
people-experience = Teaching experience, years
person-kind-employee = employee
person-kind-student = student
person-kind-parent = guardian
person-kind-partner = from a partner
person-kind-graduate = graduate
sheet-take = Download this list:
sheet-xlsx = Excel
sheet-csv = CSV

person-years = { $count }
person-history = How it was before
fact-surname = Surname
fact-job_title = Job
fact-category = Category
fact-phone = Telephone
fact-email = E-mail
name-title = Declension of the name
name-short = Papers write the name in the case they need
name-edit = Check and correct
name-under = Leave a field empty where the program declines rightly
name-by-rule = By the rules: { $name }
name-mend-words = Write the whole name: as many words as in the nominative
notice-name-corrected = The declension is recorded. Papers will take it.
case-genitive = Genitive
case-dative = Dative
case-accusative = Accusative
case-instrumental = Instrumental
case-prepositional = Prepositional

handing = Hand over
handing-title = Handing over: { $name }
handing-under = From { $day }: roles, open tasks and access go to another person. The page prints as an act to be signed
handing-open = Open tasks: { $count }
handing-to = To whom
handing-no-account = cannot sign in, invite first
handing-roles = Which roles
handing-tasks = Hand over all open tasks
handing-access = Hand over access: { $roles }. Whoever hands over loses it at once
handing-sensitive = The right to read accessibility measures is not handed over: the head gives it anew.
handing-do = Hand over
handing-signatures = Handed over ____________________   Took over ____________________
handing-refused = Nothing is handed over yet
handing-mend-to = Choose who takes over
handing-mend-oneself = Choose another person
handing-mend-there = This person has left
handing-mend-nothing = Choose what to hand over
handing-mend-account = This person cannot sign in: invite first, or hand over without access
notice-handed = Handed over
