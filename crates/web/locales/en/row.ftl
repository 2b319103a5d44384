# A row of the roadmap.

line-named = Row { $row }
line-written = The roadmap says: “{ $text }”.
line-on = on { $day }
line-figures = Indicator
line-needed = needed: { $target }
line-documents = What must exist
line-no-documents = The roadmap names no document.
line-missing = Not there yet
line-there = There
line-by-record = Estafeta keeps the record.
line-withdrawn = Withdrawn
line-beside = Added beside
line-of-day = of { $day }
line-withdrawn-why = Withdrawn on { $day }: { $why }
line-withdrawn-at-once = Undone at once, { $day }
line-dated-from = Counted from “{ $event }”, { $day }.
line-dated-document = The document: “{ $document }”.
line-dated-itself = Estafeta saw it by itself.
line-occurrences = Deadlines
line-times = { $count } { $count ->
    [one] time
   *[other] times
} in the plan
line-children = What it is made of
line-as-written = As the roadmap says it
line-result = Result
line-audience = Audience
line-note = Note
line-brief = In short
line-answers = Answer
line-begun = Begun
line-from = From
line-from-number = row { $number }
line-other = More
line-history = History

happened-by-itself = Estafeta
was-planned = The task came from the approved roadmap
was-dated = Deadline named: { $day }
was-given = Given to { $person }
was-taken = No longer answers: { $person }
was-started = Begun on { $day }
was-closed = Marked as done on { $day }
was-closed-itself = Closed by itself: everything needed is there
was-closed-reason = Closed with a reason on { $day }
was-set-aside = Set aside as not applicable
was-reopened = Opened again
was-evidence = Added: { $what }
was-withdrawn = Withdrawn: { $what }
was-part-done = Part done: “{ $what }”, { $day }
was-part-undone = Tick taken back: “{ $what }”
was-undated = The deadline was removed
was-start-undone = No longer marked as begun
was-changed = Changed

next-evidence = Add the document
next-evidence-title = Add the document “{ $what }”
next-evidence-why = When everything needed is there, the row closes by itself.
next-parts = Tick parts off
next-parts-title = Tick off the parts that are done
next-reason = Close with a reason
next-figure = Add evidence
next-others = See the fulfilment
next-reason-title = The indicator is not reached yet
next-done = Mark as done
next-done-title = Mark it when it is done
next-done-why = The roadmap names no document: your mark is enough.
next-happened = Record the event
next-happened-title = When it happened
next-happened-why = The deadline counts from “{ $event }”.
next-day = Name the day
next-day-title = Name the day
next-day-why = The roadmap does not say when it will be. Name the day once.
