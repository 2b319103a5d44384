# Contract addenda under article 351.8 of the labour code, and the pay register.

section-addenda = Addenda
addenda-title = Addenda with mentors
addenda-under = { $count ->
    [0] Under article 351.8 of the labour code an employee mentors by a consent and an addendum
    [one] { $count } addendum acts today
   *[other] { $count } addenda act today
}
addenda-find = Find: surname or number
addenda-signed = Signed
addenda-show = Which to show
addenda-all = All
addenda-acting = Act today
addenda-ended = Ended
addenda-empty = No addenda yet
addenda-empty-how = Once an employee is in the pool of mentors, this page says which paper is needed.
addenda-nothing = There are no such addenda
addenda-waiting = Who still needs an addendum
addenda-waiting-note = { $count ->
    [one] { $count } mentor
   *[other] { $count } mentors
}
addenda-waiting-step = What is there and what is next
addenda-has-consent = The consent to mentor was signed on { $day }
addenda-no-consent = There is no written consent to mentor
addendum-record = Record an addendum
addendum-new = Addendum on mentoring
addendum-of = Addendum No. { $number }, { $name }
addendum-whose = Mentor
addendum-number = Number
addendum-number-hint = Number of the addendum to this contract
addendum-signed-on = Signed
addendum-signed-hint = The day on which both sides signed
addendum-contract = Employment contract
addendum-contract-hint = Number of the contract that is amended
addendum-contract-on = Day of the contract
addendum-consent = Consent signed
addendum-consent-first = First the consent, then the addendum: article 351.8 wants it so.
addendum-needless = Mentoring is the work by contract already, an addendum is not compulsory:
addendum-content = What the work is
addendum-content-hint = What the mentor does and for whom: “help for a novice teacher: planning lessons, visiting each other, discussion”
addendum-from = Work from
addendum-to = Work to
addendum-term = Term
addendum-mode = Form of the work
addendum-mode-none = Choose
labour-mode-one_in_presence = one mentee, in presence
labour-mode-one_at_distance = one mentee, at a distance
labour-mode-group_in_presence = a group, in presence
labour-mode-group_at_distance = a group, at a distance
labour-mode-mixed = in presence and at a distance
addendum-pay = Pay
addendum-pay-how = How the pay is set
addendum-how-monthly = as a sum a month, ₽
addendum-how-share = as a share of the salary, %
addendum-pay-hint = A number: 3000 or 12.5. The law names no size, the school sets it
addendum-pay-monthly = ₽{ $sum } a month
addendum-pay-share = { $share } of the salary a month
addendum-ground = What sets the pay
addendum-ground-hint = “clause 4.7 of the regulation on pay”
addendum-refused = The addendum is not recorded yet
addendum-ended-early = ended before its time
addendum-must-end = The consent was withdrawn on { $day }: record the ending
addendum-refused-by-mentor = The mentor refused
addendum-cancelled = The employer cancelled and told so on
addendum-end = End before its time
addendum-end-refused = The ending is not recorded yet
addendum-who = Who ends it
addendum-who-mentor = the mentor refused early
addendum-who-employer = the employer cancelled
addendum-told-on = Day of the statement or notice
addendum-last = Last day of the work
addendum-last-hint = The employer tells at least three working days ahead: told today, not before { $day }. The mentor refuses from any day.
addendum-mend-employee = This person is not an employee: a statement of voluntary participation is wanted, not an addendum
addendum-mend-future = The addendum is not signed yet: the day is after today
addendum-mend-begins = The work does not begin before the signatures, { $day }
addendum-mend-taken = This contract has an addendum of that number already. Give another number
addendum-mend-consent = First record the written consent to mentor: without it the addendum has no force
addendum-mend-before = The consent was signed on { $day }, the addendum cannot be earlier
addendum-mend-number = Give the number of the addendum
addendum-mend-content = Write what the work is: the law wants the content
addendum-mend-term = Give the last day of the work, not before the first: the law wants the term
addendum-mend-mode = Choose the form of the work: the law wants it
addendum-mend-pay = Give the pay as a number above zero: 3000 roubles or 12.5 % (at most 100 %)
addendum-mend-ground = Name the act that sets the pay
addendum-mend-who = Choose who ends it
addendum-mend-told = The day of the statement is not before the signatures, { $day }, and not after today
addendum-mend-soon = The employer tells at least three working days ahead: the last day is not before { $day }
addendum-mend-contract = The contract cannot be later than its addendum, { $day }
addendum-mend-early = Check the year: there was no such paper before { $day }
addendum-doubt-overlap = For the days from { $from } to { $to } the person has an addendum already: there will be two payments. If that is right, tick below and send again
addendum-doubt-long = The term is longer than { $months } months, longer than any programme. If that is right, tick below and send again
addendum-sure = It is right, record it so
addendum-mend-outside = The last day must lie inside the term of the addendum
addendum-mend-ended = It has ended already, the last day was { $day }
notice-addendum-signed = The addendum is recorded
notice-addendum-ended = The ending is recorded. The last day shows in the pay register

pay-title = Register of pay for mentoring
pay-under = { $days ->
    [one] { $month }, { $days } working day. For which days, whom and by which addendum, for the accountant
   *[other] { $month }, { $days } working days. For which days, whom and by which addendum, for the accountant
}
pay-months = Month
pay-file = File for the accountant
pay-empty = No addendum acts in this month
pay-empty-how = Choose another month or record addenda.
pay-days = For the days
pay-post = Post
pay-working = Working days
pay-working-month = Working days in the month
pay-roubles = Roubles a month
pay-percent = Percent of the salary

chain-no-consent = there is no written consent to mentor
chain-no-addendum = there is no addendum to the contract
chain-addendum-early = the addendum of { $addendum } is earlier than the consent of { $consent }
chain-order-early = the order of { $order } is earlier than the addendum of { $addendum }
chain-meeting-early = the first meeting on { $meeting } is earlier than the order of { $order }
order-labour = { $name }: { $what }
order-labour-why = Article 351.8 of the labour code: the consent, then the addendum, then the order.
order-labour-mend = Addenda

event-addendum_signed = An addendum with a mentor was recorded
event-addendum_ended = An addendum with a mentor ended
