# The year on a scale, a month, the tasks of one person.

timeline-title = Timeline
timeline-table = The same dates as a table
timeline-sheet = Sheet { $number } of { $all }
timeline-now = today
timeline-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
calendar-title = Calendar
calendar-under = { $count ->
    [0] Nothing is due this month.
    [one] { $count } task is due this month.
   *[other] { $count } tasks are due this month.
}
calendar-all = All tasks
calendar-mine = My tasks
calendar-months = Other months
calendar-now = This month
calendar-more = { $count } more
calendar-off = day off
calendar-undated = No day yet
by-person-title = Tasks: { $name }
by-person-mine = My tasks as a list
by-person-here = Tasks
by-person-under = { $open ->
    [0] Nothing is open
    [one] { $open } open task
   *[other] { $open } open tasks
}{ $overdue ->
    [0] , nothing is overdue.
   *[other] , { $overdue } overdue.
}
by-person-empty = No tasks yet
by-person-empty-how = Tasks are given on the page of a row of the roadmap.
by-person-ahead = Ahead
by-person-done = Closed
