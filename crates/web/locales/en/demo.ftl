# The sample town: the bar with its clock.

demo-label = Clock of the sample town
demo-today = Sample town: { $day }
demo-day = Next day
demo-week = A week on
demo-month = A month on
demo-deadline = To the next deadline
notice-clock-moved = The clock has moved. The others of the town have been at work; your own tasks wait for you.
demo-other-person = Be somebody else

## Letters that would have gone out

section-letters = Letters
letters-title = Letters that would have gone out
letters-under = { $count ->
    [0] Nothing is sent from the town: here is what people would get
    [one] { $count } letter. Nothing is sent from the town: here is what people would get
   *[other] { $count } letters. Nothing is sent from the town: here is what people would get
}
letters-find = Find: a name, a subject, words of a letter
letters-none = No letters
letters-none-how = A reminder is written a week before a deadline, the day before, on the day, and each week when late. Move the clock on, or change the search.
letters-subject = Subject
letters-to = To
letters-when = When
letters-text = The letter
