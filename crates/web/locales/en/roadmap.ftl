# Roadmap: the table, and fulfilment.

map-of-years = Roadmap, { $window }
map-no-section = Without a section
map-fold-all = Fold all sections
map-unfold-all = Unfold all
map-part-count = { $done } of { $all }
map-part-done = { $done } of { $all } done
map-under = Approved by order No. { $number } of { $day }, version { $version } in force
map-under-version = Version { $version } in force
map-done = Done
map-on-time = On time
map-overdue = Overdue
map-not-applicable = Not applicable
map-left = To the end of the plan
map-left-days = { $left ->
    [one] day
   *[other] days
}
map-of-rows = of { $all } { $all ->
    [one] row
   *[other] rows
}
map-of-done = of { $all } done
map-longest = the longest by { $days } { $days ->
    [one] day
   *[other] days
}
map-with-reason = with a reason
map-views = Views of the roadmap
map-view-table = Table
map-others = Roadmaps
map-all-rows = Rows
map-find = Find: a word, number of a row, surname
map-state = State
map-state-near = due this week
map-state-waiting = waits for an event or a day
map-state-going = under way
map-state-todo = not started
map-state-done = done
map-state-not-applicable = not applicable
map-any = any
map-who = Who answers
map-who-me = me
map-all = everybody
map-month = Deadline
map-whole = the whole year
map-found = Rows found: { $found } of { $all }
map-clear = Clear the filter
map-nothing = Nothing was found
map-nothing-how = Try another word, or drop some of the conditions.
map-by-rule = Days off of { $years } follow the Labour Code: the decree is not loaded yet, and some deadlines may move.
map-caption = Rows of the roadmap
map-column-number = No.
map-column-activity = Activity
map-column-deadline = Deadline
map-column-who = Answers
map-column-result = What will exist, and how much is needed
map-column-state = State
map-no-deadline = not stated
map-nobody = Nobody takes part (so the roadmap says)
map-times = { $done } of { $all } done

fulfilment-under = { $title }, on { $day }
fulfilment-on = On which day
fulfilment-of = of { $all }, { $share }
fulfilment-due = Due by now
fulfilment-due-done = Of these done
fulfilment-parts = By section
fulfilment-part = Section
fulfilment-rows = { $count } { $count ->
    [one] row
   *[other] rows
}
fulfilment-list-empty = There are no such rows.
fulfilment-nothing = Fulfilment is counted from an approved roadmap.
map-download = Download
map-versions = Version
