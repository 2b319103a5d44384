# The folder of the curator: what is missing, making it, its files.

section-folder = Curator's folder
folder-under = Everything that an inspection asks for, in one archive by sections, with an index on the first page
folder-make-title = Make the folder
folder-make-why = It takes from some seconds to a minute. The folder is kept for a day; a new one can be made on any day.
folder-make = Make the folder
folder-refused = No new folder is begun
folder-mend-under-way = A folder is being made already. Wait for it on this page
folder-busy = Making the folder: { $done } of { $all } done
folder-busy-after = You may close the page: the folder will appear here.
folder-progress = How much is done
folder-take = Take the folder (.zip)
folder-made-missing = { $count ->
    [0] By its index everything is there
    [one] By its index { $count } thing is missing
   *[other] By its index { $count } things are missing
}
folder-stopped = the folder was not made. Make it again
folder-file-name = Curator's folder { $school } { $day }
notice-folder-asked = The folder is being made

folder-missing = What is missing
folder-nothing-missing = Everything that is expected today is there.
folder-what = What
folder-how-many = How many, or which
folder-ground = Demanded by
folder-and-more = { $shown } and { $rest } more

folder-inside = What will be in the folder
folder-names = The folder has the names of participants, of children too: it is a copy for the inspection, not for the site. There is no copy without the names of children.
folder-section-acts = Acts of the organisation
folder-section-roadmap = Roadmap
folder-section-orders = Orders
folder-section-consents = Consents
folder-section-labour = Addenda and pay
folder-section-pools = Pools of mentors and mentees
folder-section-partners = Partners
folder-section-evidence = Evidence by rows
folder-section-journal = Journal
folder-inside-acts = listed in the index, with their files
folder-inside-roadmap = the version in force, Word and PDF
folder-inside-orders = the journal of orders, their texts and scans of the signed ones
folder-inside-consents = the register “who × what” and scans
folder-inside-labour = the register of addenda with their pay
folder-inside-pools = both pools in their model form, Excel and PDF
folder-inside-partners = the list of partners and agreements
folder-inside-evidence = files put to rows of the roadmap, by the numbers of the rows
folder-inside-journal = who did what and when

folder-item-local_acts = Acts of the organisation on mentoring (the regulation)
folder-item-roadmap = A roadmap in force
folder-item-introduction_order = The order that introduces mentoring
folder-item-curator_order = The order that appoints the curator
folder-item-mentors_order = The order that appoints mentors
folder-item-pairs_order = The order on pairs
folder-item-order_scans = Scans of signed orders
folder-item-acquaintance = Signatures of those who have to know the orders
folder-item-consents = Consents of participants
folder-item-consent_scans = Scans of consents
folder-item-addenda = Addenda of employees who mentor
folder-item-mentor_pool = The pool of mentors: empty yet
folder-item-mentee_pool = The pool of mentees: empty yet
folder-item-row_evidence = Documents of rows whose day has passed
folder-ground-local_acts = R-145 (students), letter AZ-1128/08 (teachers)
folder-ground-roadmap = R-145, letter AZ-1128/08: a plan for the school year
folder-ground-introduction_order = R-145, letter AZ-1128/08
folder-ground-curator_order = R-145, letter AZ-1128/08: a curator is appointed by order
folder-ground-mentors_order = regulation of the organisation: the list of mentors
folder-ground-pairs_order = regulation of the organisation: pairs are made by order
folder-ground-order_scans = an order acts when it is signed
folder-ground-acquaintance = acquaintance sheets of orders
folder-ground-consents = law 152-FZ art. 9, labour code art. 351.8
folder-ground-consent_scans = law 152-FZ art. 9: the organisation proves the consent
folder-ground-addenda = labour code art. 351.8
folder-ground-mentor_pool = letter MR-42/02: the form of the pool of mentors
folder-ground-mentee_pool = letter MR-42/02: the form of the pool of mentees
folder-ground-row_evidence = rows of the roadmap

folder-index = Index
folder-roadmap = Roadmap { $years }
folder-order = Order No. { $number } of { $day } – { $about }
folder-consent = { $name } – { $kind } – { $day }
folder-paper = { $title } of { $day }
folder-paper-numbered = { $title } No. { $number } of { $day }
folder-row = Row { $number }
folder-journal = Extract of the journal
folder-entry = Number of the entry
