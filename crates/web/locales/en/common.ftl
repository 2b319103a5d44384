# Words common to all pages: dates, figures, states, the frame.

brand = Estafeta
language-name = English

## Dates and figures

date-full = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-window = { $from } to { $to }

size-bytes = { $count } { $count ->
    [one] byte
   *[other] bytes
}
size-kib = { $size } KB
size-mib = { $size } MB

## States

status-todo = Not started
status-going = Under way
status-soon = Due { $day }
status-waiting = Waiting for { $name }
status-overdue = Overdue by { $days } { $days ->
    [one] day
   *[other] days
}
status-done = Done
status-late = Done late
status-not-applicable = Not applicable
holder-me = with you
holder-other = with { $name }
track-label = Rows of the roadmap by section
track-row = Row { $row }: { $status }
track-legend = Legend
legend-overdue = overdue
legend-word = { $word }

## Remarks and refusals

remark-mend = To mend
remark-look = Worth a look
remark-know = Good to know
refusal-places = { $count ->
    [one] Mend { $count } place
   *[other] Mend { $count } places
}
form-optional = (may stay empty)
form-mend-day = Write a day, such as 01.09.2026
form-mend-large = The file is larger than { $most }. Make it smaller: compress its pictures or save it as PDF

## Lists

filters-show = Show
filters-more = Narrow down
pager-label = Pages of the list
pager-rows = { $from }–{ $to } of { $all }
pager-next = Next

## Frame

skip = Skip to content
side-label = Sections
bottom-label = Quick ways
crumbs-label = Where you are
menu = Menu
menu-close = Close the menu
section-kit = Parts
view-large = Large type
view-usual = Usual look
view-dark = Dark theme
view-light = Light theme

printed = Printed { $day } · { $name }
section-guide = Guide
