# Orders: the journal, a draft, registering, the acquaintance sheet.

section-orders = Orders
orders-title = Journal of orders
orders-under = { $count ->
    [0] Orders on mentoring will stand here with their numbers and dates
    [one] { $count } order. A signed order closes by itself the roadmap rows that wait for it
   *[other] { $count } orders. A signed order closes by itself the roadmap rows that wait for it
}
orders-find = Find: a word of the title or a number
orders-year = Year
orders-any-year = any year
orders-any-about = about anything
orders-column-title = Order
orders-column-number = Number
orders-column-state = State
orders-empty = No orders yet
orders-empty-how = Prepare a draft. When the head has signed it, enter its number and date: the rows of the roadmap close by themselves.
orders-nothing = No such orders
orders-nothing-how = Try another word or year, or clear the selection.
orders-skipped = { $count ->
    [one] The journal skips the number { $numbers }. If another order of the school has it, nothing needs to be done.
   *[other] The journal skips the numbers { $numbers }. If other orders of the school have them, nothing needs to be done.
}
order-new = New order
order-new-under = First a draft, then the signature, the number and the date.
order-about = About
order-about-hint = By this the roadmap knows which row the order closes
order-title = Title
order-title-hint = As in the order: “On mentoring pairs of the school year 2026–2027”
order-draft = Prepare the draft
order-refused = The order is not saved yet
order-no-number = no number
order-mend-about = Choose what the order is about
order-mend-title = Write the title of the order
order-mend-number = A number begins with digits: 71, 71-b, 45/2-r
order-mend-taken = Number { $number } of { $year } is taken. Give another
order-mend-future = The order is not signed yet: the date is after today
order-mend-acts = An order cannot act before it is signed, { $day }
order-mend-series = No. { $number } of { $day } stands beside it: numbers follow dates. Check the number and the date
order-mend-ends = The order acts from { $day } and cannot end before
order-mend-state = This cannot be done with the order: it is now “{ $state }”
order-mend-read = An order is read from its day of signing to today
order-register = The order is signed
order-register-why = Enter the number and the date from the paper
order-register-do = Register
order-number-hint = With the school's letter, if there is one: 71-b
order-signed-on = Signed
order-sent-on = Sent for signature
order-acts-from = In force from
order-acts-hint = If not from the day of signing
order-acts-to = In force until
order-changed-by = Changed by
order-send = Send for signature
order-discard = Give the draft up
order-end = End the order
order-end-on = Last day in force
order-people = Acquaintance sheet
order-people-none = Nobody yet. Add the people whom the order concerns.
order-people-left = { $count ->
    [0] everybody has signed
    [one] { $count } person has not signed
   *[other] { $count } people have not signed
}
order-people-choose = Add people to the acquaintance sheet
order-people-legend = Whom the order concerns
order-people-add = Add the ticked
order-people-remove = take off the sheet
notice-order-taken-off = The person was taken off the acquaintance sheet.

order-named-pairs = Pairs and groups of the order
order-named-mentors = Mentors of the order
order-named-none = Nobody is named yet. Without it the order cannot be registered.
order-named-add = Name people
order-named-remove = take off
order-name-pair = A pair or a group
order-name-pair-how = Choose one mentor and tick one or several mentees. They go to the acquaintance sheet by themselves; for those who do not sign yet, their guardians do.
order-name-mentors = Mentors
order-name-mentors-how = Tick everybody whom the order makes a mentor. They go to the acquaintance sheet by themselves.
order-name-mentor = Mentor
order-name-mentees = Mentees
order-name-find = A name, class or subject
order-name-do = Put into the order
order-name-nobody = There is nobody to choose from
order-name-nobody-how = Here are those who are in the pool of mentors or mentees, or have such a role. If the search found nothing, clear it.
order-name-refused = Nobody was put into the order yet
order-name-mend-mentor = Choose a mentor
order-name-mend-mentee = Tick at least one mentee
order-name-mend-oneself = Nobody mentors oneself
notice-order-named = They were put into the order.
notice-order-named-no-more = The person was taken off the order.
order-against-nobody = The order names nobody. Put in those whom it appoints
order-against-alone = there is no mentee
order-against-oneself = one person is both the mentor and the mentee
order-mend-early = Check the year: an order cannot be earlier than { $day }
order-mend-late = Check the day: { $day } is more than a year after the signature
order-read-on = Read
order-read-today = signed today
order-read-not = not signed yet
notice-order-drafted = The draft is ready.
notice-order-sent = Noted: the order waits for signature.
notice-order-discarded = The draft is given up. It stays in the journal.
notice-order-registered = The order is registered. Below it is told which rows of the roadmap it closed.
notice-order-ended = Noted: the order is no longer in force after that day.
notice-order-people = The people are on the acquaintance sheet.
notice-order-read = Noted.

order-about-introduction = introduction of mentoring
order-about-roadmap = approval of the roadmap
order-about-curator = appointment of the curator
order-about-mentors = appointment of mentors
order-about-pairs = pairs and groups
order-about-plans = approval of plans and programmes
order-about-pair_change = change, extension, early ending
order-about-completion = completion of programmes
order-about-final_event = the final event
order-about-encouragement = encouragement
order-about-accessibility = measures of accessibility
order-about-association = the association of mentors
order-about-release = release from lessons with a substitute
order-about-file_access = access to a personal file
order-about-other = something else

order-state-draft = draft
order-state-for_signature = waiting for signature
order-state-signed = signed
order-state-in_force = in force
order-state-changed = in force as changed
order-state-ceased = no longer in force
order-state-discarded = given up

order-with-scan = { $state }, scan attached
order-without-scan = { $state }, no scan
order-scan-here = scan attached
order-scan-lacks = no scan
orders-scan = Scan
orders-any-scan = with or without
orders-no-scan = without a scan
orders-bare = { $count ->
    [one] { $count } signed order has no scan
   *[other] { $count } signed orders have no scan
}

scans = Scan of the signed paper
scans-none = No scan yet.
scan-attach = Attach a scan
scan-replace = Attach another scan
scan-file = Scan
scan-hint = PDF or a picture (JPG, PNG), up to { $most }. The earlier scan stays beside the new one
scan-given = attached on { $day }
scan-earlier = earlier
scan-mend-type = This is no scan. PDF, JPG and PNG will do
scan-mend-unsigned = First enter the number and day of the signed order
notice-scan = The scan is attached.
event-scan_attached = Scan attached

event-order_drafted = An order was drafted
event-order_changed = An order was changed
event-order_sent = An order was sent for signature
event-order_registered = An order was registered
event-order_ceased = An order was ended
event-order_discarded = A draft of an order was given up
event-order_concerns = A person was put on an acquaintance sheet
event-order_taken_off = A person was taken off an acquaintance sheet
event-order_names = An order names a participant
event-order_names_no_more = A participant was taken off a draft order
event-mistake_marked = A record was marked as a mistake
event-order_read = A person has read an order by signature
