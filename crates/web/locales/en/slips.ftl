# Text for a messenger, and slips of paper.

slips-message = Text for a message
slips-message-do = Text for a message
slips-message-under = { $name }: copy it and send it in the school's messenger.
slips-text = Message
slips-text-hint = You may change it before you send it: nothing is saved here.
slips-copy = Copy
slips-copied = Copied
slips-pdf = PDF, four to a sheet
slips-do = Slips with codes
slips-title = Slips with codes
slips-print = Print this page from the menu of the browser
slips-under = { $count ->
    [0] Nothing with a date is open.
    [one] { $count } task. Its code opens it on a phone.
   *[other] { $count } tasks. Each code opens its task on a phone.
}
slips-nothing = Nothing with a date is open.
slips-greeting = Hello, { $name }!
slips-late = Overdue:
slips-ahead = Ahead:
slips-all = All your tasks: { $link }
slips-only-here = Links from here open on this computer only.
slips-only-here-how = Phones of colleagues cannot open them. Ask whoever runs Estafeta to open it to the school's network; until then print forms on paper.
