# The sample town: the bar with its clock.

demo-label = Clock of the sample town
demo-today = Sample town: { $day }
demo-day = Next day
demo-week = A week on
demo-month = A month on
demo-deadline = To the next deadline
notice-clock-moved = The clock has moved. The others of the town have been at work; your own tasks wait for you.
demo-other-person = Be somebody else
