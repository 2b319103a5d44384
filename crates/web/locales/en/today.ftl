# Today.

section-today = Today
section-roadmap = Roadmap
section-fulfilment = Fulfilment
today-title = Today, { $day }, { $weekday }
today-calm = Nothing falls due this week, nothing is overdue.
today-summary = { $overdue ->
    [0] Nothing is overdue
    [one] { $overdue } task is overdue
   *[other] { $overdue } tasks are overdue
}, { $near ->
    [0] nothing falls due this week.
    [one] { $near } task falls due this week.
   *[other] { $near } tasks fall due this week.
}
today-nothing = There is no roadmap yet
today-nothing-how = Upload the file of the roadmap and approve it: the tasks of the year will appear here.
today-nothing-wait = When the curator approves the roadmap, your tasks will appear here.
today-year = The year by the roadmap
today-year-note = { $done } of { $all } done
today-open-map = Open the roadmap
today-do = What to do
today-whose = Whose tasks
today-all = All tasks, { $count }
today-mine = Mine, { $count }
today-overdue = Overdue
today-near = This week
today-later = Within a month
today-more = { $count } more: open in the roadmap
today-open = Open
today-free = Nothing to do now
today-free-how = The next deadline is more than a month away. A new task will appear here by itself.
today-waits = Who waits for whom
today-waits-me = { $count ->
    [one] { $count } task waits for you
   *[other] { $count } tasks wait for you
}
today-waits-nobody-me = nobody waits for you
today-waits-others = we wait for
today-waits-nobody = { $count ->
    [one] { $count } task is given to nobody
   *[other] { $count } tasks are given to nobody
}
today-matters = { $count } { $count ->
    [one] task
   *[other] tasks
}
today-events = Waiting for events
today-undated = Name a day
today-load = Load a roadmap
