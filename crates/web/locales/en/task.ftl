# Tasks: deadlines, closing, reasons.

task-wait-event = an event
task-wait-day = a day
task-due = by { $day }
task-due-was = was due on { $day }, { $days } { $days ->
    [one] day
   *[other] days
} ago
task-due-waits = waits for “{ $event }”
task-due-asks = no day named
task-due-never = no deadline: when needed, or all the time
task-moved = { $day } is a { $weekday }, therefore { $due }
task-answers = { $count ->
    [one] { $names } answers
   *[other] { $names } answer
}
task-nobody = given to nobody
task-missing = Missing: { $what }
task-missing-parts = { $open } of { $all } parts
task-parts = { $done } of { $all } parts done
task-closed-reason = closed with a reason on { $day }
task-closed-aside = decided on { $day }
task-reason-given = Reason: { $reason }
task-begin = Mark as begun
task-refused = Not done yet
task-kept = Everything you wrote is still on this page.
task-reason = Reason
task-reason-hint = Everybody who opens the row will see it. For example: “Decided by the teachers’ council on 12 October”.
task-done-on = When it was done
task-close-why = Why it counts as done
task-close-why-hint = The reason stays in the row for ever. If the document exists, rather add it.
task-lacks-help = The row closes by itself when all of it is there. Closing it now needs a reason.
task-mend-ahead = This day lies ahead. Put today or an earlier day
task-mend-closed = The task was closed on { $day }
task-mend-open = The task is open already
task-mend-evidence = There is no “{ $what }”. Add it or write a reason
task-mend-parts = { $count ->
    [one] { $count } part is
   *[other] { $count } parts are
} not done. Tick off what is done or write a reason
task-mend-figure = { $what }: needed { $target }, { $reached }. Write a reason
task-mend-reason = Write the reason in words, { $least } letters at least
task-mend-long = Shorten it to { $most } characters

notice-task-started = Marked as begun.
notice-task-closed = Done. The task is closed.
notice-task-aside = Recorded as not applicable. The reason shows in the row.
notice-task-reopened = The task is open again.
notice-happened = The event is recorded, the deadlines are counted.
notice-task-dated = The day is named.
notice-task-given = Recorded who answers.
notice-parts-done = Ticked off.
notice-parts-closed = Ticked off. Everything needed is there, the task is closed.
notice-part-undone = The tick is taken back.
notice-undone = Taken back as if it had not been done. The history shows both.

part-title = What is done
part-which = Which parts are done
part-none = There is nothing to tick off: the row has no open parts
part-do = Tick off as done
part-done = Done
part-open = Not done
part-done-on = done on { $day }
part-by-documents = the document is there
part-taken-back = the tick was taken back
part-undo = Take the tick back
part-undo-outcome = “{ $what }” will be not done again. If the task closed with it, it opens again. The record stays in the history.
part-mend-nothing = Tick at least one part
part-mend-gone = The roadmap has changed: the row has no such part any more. Choose from the list below

undo-do = Undo
undo-title = It cannot be undone any more
undo-overtaken = Nothing was undone: something came after it, or it was undone already.
undo-overtaken-how = Open the row: there a task is opened again, a tick taken back or a document withdrawn, with a reason.
undo-to-row = Open the row

aside-title = Not applicable
aside-outcome = The task is closed as not applicable and is in no percentage. The reason stays in the row.
aside-do = Record as not applicable
reopen-title = Open again
reopen-outcome = The task will be open again; its closing stays in the history.
happened-outcome = From this day the deadline is counted: { $count } { $count ->
    [one] task
   *[other] tasks
}.
happened-on = When it happened
happened-do = Record the event
happened-mend-not-waiting = This task waits for nothing: it has its deadline
day-label = Day
day-do = Name the day
day-mend-has-day = The roadmap itself names the day of this task
day-mend-outside = Name a day inside the plan: { $window }
day-mend-closed = The task is closed: open it again to name a day
people-give = Give to people
people-who = To whom
people-written = The roadmap says: { $text }
people-mend-nobody = There is no such person in the organisation. Choose from the list
