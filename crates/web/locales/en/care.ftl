# Measures of accessibility, and who may read them.

section-accessibility = Accessibility
care-title = Measures of accessibility
care-under = { $count ->
    [0] For whom the mentoring programme is made accessible. What is written is encrypted
    [one] { $count } person needs measures. What is written is encrypted and read only by people named for it
   *[other] { $count } people need measures. What is written is encrypted and read only by people named for it
}
care-add = Record measures
care-empty = No measures are recorded yet
care-empty-how = Write what is done, not why: more than that about health and family need not be kept.
care-not-reader = Only people named for it read this
care-not-reader-how = The head decides who reads it and records that on this page. Others see only the count.
care-sealed = The key that sealed this is not on this computer
care-no-key = Nothing can be recorded: the program has no key.
care-no-key-how = The administrator names a key file: estafeta serve --key-file. The key is kept apart from the database.
care-who = For whom
care-group = Group
care-group-hint = Leave it out where the measures speak for themselves: what is not kept does not leak
care-group-unnamed = not named
care-group-special_needs = special educational needs, possibilities of health
care-group-gifted = outstanding abilities
care-group-hardship = a difficult situation of life
care-group-low_income = a poor family
care-group-remote = a village, a far place
care-group-orphan = without the care of parents
care-measures = What is done
care-measures-hint = “Meetings on the ground floor; materials in large print; transport after lessons”
care-from = From
care-to = To
care-form-under = The text is encrypted and seen only by people named for it.
care-refused = The measures are not recorded yet
care-mend-measures = Write what is done. Where it is nothing, nothing about the person need be kept
care-mend-ends = The last day is before the first
notice-access-recorded = The measures are recorded
notice-access-changed = The measures are changed

readers-title = Who reads
readers-under = The head gives the right for a term and on a ground. Nobody has it by itself, the head neither
readers-none = Nobody is named yet: nobody reads this.
readers-name = Name a reader
readers-who = Who
readers-ground = Ground
readers-ground-hint = “Order No. 71-b, class teacher of 7A”
readers-term = Term
readers-end = End now
readers-refused = The reader is not named yet
reader-mend-ground = Write the ground: an order or a duty
reader-mend-already = This person reads since { $day }
notice-reader-named = The reader is named
notice-reader-ended = The right to read has ended

sensitive-health = This seems to tell of health: { $words }. Such things belong to “Measures of accessibility”, where only people named for it see them. Take them out, or say that it is something else
sensitive-police = This seems to tell of the police or a court: { $words }. Here everybody who sees the card will see it. Take it out, or say that it is something else
sensitive-confirm = Nothing here tells of health, the police or a court, keep it as it is

event-access_need_recorded = Measures of accessibility were recorded
event-access_need_changed = Measures of accessibility were changed
event-access_need_ended = Measures of accessibility are no longer needed
event-sensitive_reader_named = It was named who reads measures of accessibility
event-sensitive_reader_ended = The right to read measures of accessibility ended
