# Papers: the catalogue, drafts, files, packs.

papers-title = Papers
papers-under = What is known fills itself in: choose a paper and check it
papers-tab-kinds = Make
papers-tab-made = Made
papers-tab-packs = In packs
papers-find = Find a paper by its name or purpose
papers-nothing = No such papers
papers-nothing-how = Try another word: papers are named in Russian.
papers-signed-by = Signed by: { $who }.
papers-when = When: { $when }.
papers-made = Papers that were made
papers-made-under = { $count ->
    [0] Everything you make will stay here
    [one] { $count } paper, those given up included
   *[other] { $count } papers, those given up included
}
papers-made-find = Find: a word of the title, a surname or a number
papers-none = No papers yet
papers-none-how = Choose a paper from the catalogue: requisites, the head and roles fill themselves in.
papers-kind = Kind of paper
papers-any-kind = any kind
papers-state-kept = all but those given up
papers-column-paper = Paper
papers-column-day = Number and day

paper-phase-launch = Launch
paper-phase-roadmap = Roadmap
paper-phase-pools = Pools and consents
paper-phase-survey = Surveys
paper-phase-training = Selection and training
paper-phase-pairing = Pairs and groups
paper-phase-programme = Work of the pairs
paper-phase-care = Changes and support
paper-phase-gathering = Gatherings
paper-phase-publicity = Publicity
paper-phase-completion = Completion and encouragement
paper-phase-monitoring = Monitoring and registers
paper-phase-network = Exchange with the centre

paper-signer-head = the head
paper-signer-curator = the curator
paper-signer-mentor = the mentor
paper-signer-mentee = the mentee
paper-signer-guardian = the guardian
paper-signer-subject = whom it is about
paper-signer-acquainted = those who read it
paper-signer-commission = the commission
paper-signer-partner = the head of the partner
paper-signer-council = chair and secretary

paper-state-draft = draft
paper-state-signed = signed
paper-state-discarded = given up

paper-known = Known without asking
paper-known-lacks = { $count ->
    [0] Everything was found
    [one] { $count } thing is lacking
   *[other] { $count } things are lacking
}
paper-unknown = not recorded
paper-write-down = Record
paper-mend = Mend
paper-day = Day of the paper
paper-day-hint = The head and the roles are those of this day
paper-nothing-asked = There is nothing left to ask: everything is known.
paper-empty-how = What you leave empty becomes a line to fill by hand.
paper-hint-person = Begin to type the surname and choose from the list; somebody from outside may be written in: name, post
paper-hint-people = Each on a line of their own
paper-hint-texts = Each point on a line of its own
paper-line = { $label }: { $number }
paper-more = More lines
paper-save = Make
paper-refused = The paper is not made yet
paper-mend-number = Write a whole number in figures
paper-mend-namesakes = Several people have this name: choose from the list whom you mean
paper-mend-many = Too many lines: a paper takes 300 at most
paper-mend-text = The text of the paper does not take these data: { $words }
paper-mend-draft = The paper is signed or given up: make a new one
paper-mend-order = The order is signed: change it by another order
paper-mend-is-order = An order is registered in the journal of orders
paper-mend-unsigned = The paper is not signed
paper-mend-ahead = The day of signing is after today
paper-mend-long-number = The number is longer than 40 signs: shorten it
paper-mend-scan = Such files are not kept. Attach a PDF, a photograph or a Word file

paper-choose-model = Whose mentoring
paper-choose-subject = About what
paper-choose-audience = To whom
paper-choice-teachers = of teachers
paper-choice-students = of students
paper-choice-plans = individual plans
paper-choice-programmes = personalised programmes
paper-choice-replacement = a change of mentor
paper-choice-extension = an extension
paper-choice-ending = the end of the programme
paper-choice-partner = to a partner
paper-choice-guardian = to a parent
paper-choice-graduate = to a graduate

paper-preview = Text of the paper
paper-docx = Download .docx
paper-pdf = .pdf
paper-edit = Mend
paper-word-only = This paper is made from a Word file of your school: look at it in the downloaded file.
paper-lacks = Not recorded: { $what }
paper-lacks-how = An empty line is left in the paper. Record it once, and it stands in all papers
paper-outdated = What the school has recorded changed after the paper was made
paper-outdated-how = The paper says what was known before
paper-refresh = Make anew
paper-to-fill = { $count ->
    [one] To fill by hand: { $count } place
   *[other] To fill by hand: { $count } places
}
paper-order = Order in the journal
paper-amends = Changes the order
paper-about = About whom
paper-scan = Scan of the signed paper
paper-scan-open = Open
paper-scan-hint = PDF or photograph, up to 20 MB
paper-evidence = Roadmap
paper-signed = The paper is signed
paper-signed-why = Enter number and day from the paper: it stays as it is
paper-order-why = Enter number and day in the journal of orders: they come into the text by themselves
paper-order-go = Open the order
paper-signed-day = Signed
paper-number-hint = If the paper has a number
paper-register = Register
paper-discard = Give up
paper-withdraw = Take the registration back
paper-amend = Change the order
paper-registered = Signed and registered: No { $number } of { $day }
paper-signed-on = Signed on { $day }
paper-wordings = { $count ->
    [one] { $count } wording
   *[other] { $count } wordings
}
paper-wording = Wording { $number }, { $at }
paper-step-refused = This cannot be done yet

amend-title = Change an order
amend-under = Order No { $number } “{ $title }”
amend-how = Mend what is to be otherwise. The amending order will tell the difference only.
amend-from = From which day
amend-reason = Reason
amend-reason-hint = A noun in Russian, as the order is in Russian
amend-do = Make the amending order
amend-refused = The amending order is not made yet
amend-mend-nothing = Nothing changed: mend at least one field
amend-mend-before = The order acts from { $day } and cannot be changed before

pack-under = Up to { $most } papers in one file. It is made aside and kept for a day
pack-what = What to print
pack-consents = Missing consents
pack-addenda = Contract addenda
pack-sheets = Acquaintance sheets
pack-thanks = Letters of thanks
pack-certificates = Certificates
pack-count = { $count ->
    [one] { $count } paper
   *[other] { $count } papers
}
pack-papers = { $count ->
    [one] { $count } blank
   *[other] { $count } blanks
}
pack-people = For whom
pack-people-hint = Tick nobody to print for all
pack-pdf = One .pdf
pack-zip = Archive of .docx
pack-nothing = Nothing to print
pack-nothing-how = Everything wanted is signed. The list comes from pools, roles and journals.
pack-refused = The file is not being made
pack-mend-nothing = There would be no papers: tick for whom they are
pack-mend-many = There would be { $count }, and one file takes { $most } at most: choose a class or people
pack-of = { $done } of { $count }
pack-busy = Making papers: { $done } of { $count }
pack-busy-label = How many papers are made
pack-leave = The page may be closed: the file will be here and under “Made”
pack-again = Look again
pack-take = Download .{ $format }, { $size }
pack-kept = The file is kept until { $until }
pack-failed = The file could not be made. If the school has Word files of its own, ask for the archive of .docx; else try again.
pack-over = The day is over and the file is removed. It can be made again.
pack-new = Make another file

notice-paper = The paper is made
notice-paper-discarded = The paper is given up
notice-paper-registered = The paper is registered
notice-paper-withdrawn = The registration is taken back: the paper is a draft again
notice-amendment = The amending order is made: check it and send it for signature
notice-pack = The file is being made

event-paper_drafted = A paper was made
event-paper_changed = A wording of a paper was recorded
event-paper_discarded = A paper was given up
event-paper_registered = A signed paper was registered
event-paper_withdrawn = The registration of a paper was taken back
event-papers_packed = A pack of papers was asked for
event-order_amended = An order was changed by another

order-text = Text of the order
order-text-none = There is no text yet: requisites, the head and roles fill themselves in.
order-text-old = This order was recorded without its text.
order-text-make = Make the text
order-text-read = Read
order-sheet-paper = Acquaintance sheet on paper
consent-blank = Print the blank
consents-print = Print what is missing
pool-paper = On paper to sign
paper-row-done = done
paper-row-part = the document is there, something else is wanted
order-no-rows = No row waits for such an order: check what it is about
pack-mend-word = “{ $kind }” is made from a Word file of your school: ask for the archive of .docx
pack-mend-text = “{ $kind }”: the text of the school does not do. { $words }
order-about-choose = choose what it is about
order-acts-until = In force until and including
addendum-paper = Make the text
