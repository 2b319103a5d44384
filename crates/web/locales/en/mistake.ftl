# Records that were marked as mistakes.

mistake-link = recorded by mistake
mistake-title = Mark as a mistake
mistake-of-order = Order No. { $said } of { $day }
mistake-of-order-ending = The end of order No. { $said }, { $day }
mistake-of-addendum = Addendum No. { $said } of { $day }
mistake-of-addendum-ending = The early end of addendum No. { $said }, last day { $day }
mistake-of-consent = { $said }, signed { $day }
mistake-of-consent-withdrawal = Withdrawal: { $said }, { $day }
mistake-of-guardian = Guardian: { $said }, recorded from { $day }
mistake-of-guardian-ending = The end of guardianship: { $said }, { $day }
mistake-follows-order = The order counts no more: the rows of the roadmap that it closed open again, and its number is free.
mistake-follows-order-ending = The order is in force again.
mistake-follows-addendum = The addendum leaves the register and the register of pay, and its number is free.
mistake-follows-addendum-ending = The addendum acts again to the end of its term.
mistake-follows-consent = The consent counts no more. Where there is no other, the person leaves the pools.
mistake-follows-consent-withdrawal = The consent holds again. The person has to be entered into the pools anew.
mistake-follows-guardian = The person is no guardian on any day.
mistake-follows-guardian-ending = The person goes on as the guardian.
mistake-history = Nothing is deleted: the record stays in history, struck through, with your reason.
mistake-reason = Why it is a mistake
mistake-reason-hint = For example: the day was taken from another paper
mistake-do = Mark as a mistake
mistake-refused = The record is untouched
mistake-mend-reason = Say why the record is mistaken
mistake-mend-long = The reason is longer than { $limit } characters. Shorten it
mistake-mend-nothing = There is nothing to mark here
mistake-rested = { $count ->
    [one] { $count } other record rests on it. See to that one first.
   *[other] { $count } other records rest on it. See to those first.
}
notice-mistake-marked = The record is marked as a mistake and counts no more.
mistakes-title = { $count ->
    [one] { $count } record was marked as a mistake
   *[other] { $count } records were marked as mistakes
}
