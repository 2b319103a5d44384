# Templates of papers: list, editor, fields, marks, Word files, versions.

section-templates = Templates
templates-title = Templates of papers
templates-under = { $count ->
    [0] All papers are made from the standard texts
    [one] { $count } kind of paper has a text of its own, the rest the standard one
   *[other] { $count } kinds of paper have texts of their own, the rest the standard ones
}
templates-find = Find: title or word
templates-show = Which to show
templates-all = All
templates-changed = Changed only
templates-nothing = There are no such papers
templates-column-paper = Paper
templates-column-text = Made from
templates-column-changed = Changed when and by whom

template-phase-launch = Launch
template-phase-roadmap = Roadmap
template-phase-pools = Pools and consents
template-phase-survey = Surveys
template-phase-training = Selection and training
template-phase-pairing = Pairs
template-phase-programme = Work of the pairs
template-phase-care = Care for the pairs
template-phase-gathering = Gatherings
template-phase-publicity = Publicity
template-phase-completion = Completion
template-phase-monitoring = Monitoring
template-phase-network = Exchange with centres

template-origin-standard = The standard text
template-origin-own = Your text
template-origin-above = The text of “{ $name }”
template-since = Version { $number }, for papers from { $day }
template-is-word = (Word file)

template-text = Text
template-text-label = Text of the template
template-text-hint = Names, days and numbers take the places of the fields in double braces. Fields and marks stand below on this page
template-look = What it gives
template-to-fill = Left to fill by hand: { $what }
template-sample = With whose data to show it
template-sample-example = Invented
template-sample-own = With the requisites of your organisation
template-show = Show what it gives
template-from = For papers from
template-from-hint = Papers of an earlier day keep the earlier text
template-why = Why
template-why-hint = In short: “new charter”, “remark of the lawyer”
template-give = Give this text to all organisations below that have none of their own
template-keep = Save a new version
template-refused = The version is not saved yet
template-flawed = This text gives no paper
template-kept-typed = Everything you typed is still on this page.
template-mend-why = Say why the text changes
template-mend-newer = Version { $number } was saved meanwhile. Compare it with yours and press again if yours is to follow it
template-mend-unchanged = Papers from this day are made from this text already
template-mend-file = Choose a Word file (.docx)

template-flaw-line = Line { $line }
template-flaw-unknown = { $line ->
    [0] The file has the field “{ $what }”, which this paper does not have
   *[other] Line { $line }: this paper has no field “{ $what }”
}
template-flaw-unknown-near = { $line ->
    [0] The file has the field “{ $what }”, which this paper does not have. It looks like “{ $nearest }”
   *[other] Line { $line }: there is no field “{ $what }”. It looks like “{ $nearest }”
}
template-flaw-may-lack = { $line ->
    [0] “{ $what }” may be lacking. Write in the file: { $tag }
   *[other] Line { $line }: “{ $what }” may be lacking. Write: { $tag }
}
template-flaw-syntax = { $line ->
    [0] A tag of the file is not understood. Look whether every brace is closed and every “if” and “for” has its “endif” and “endfor”
   *[other] Line { $line } is not understood. Look whether every brace is closed and every “if” and “for” has its “endif” and “endfor”
}
template-flaw-refused = { $line ->
    [0] In the file: { $what }
   *[other] Line { $line }: { $what }
}
template-flaw-not-word = The file does not open as a Word document. Save it in Word or LibreOffice as .docx
template-flaw-torn = A repetition or condition begins in one part of the file and ends in another. Put both into one table or one text
template-flaw-macros = The file has macros. Save it as a plain .docx
template-flaw-too-large = The template is too large: a text may have 256 KB, a Word file 8 MB
template-flaw-steps = The template makes too many steps. Take repetitions out of repetitions
template-flaw-too-long = The paper becomes too long. Take repetitions out of repetitions

template-fields = Fields
template-fields-note = What can be put in, and how it is written
template-field-label = What it is
template-field-kind = Kind
template-field-tag = How to write it
template-field-may-lack = may be lacking
template-insert = Insert
template-kind-text = text
template-kind-long_text = long text
template-kind-day = day
template-kind-number = number
template-kind-money = sum
template-kind-flag = yes or no
template-kind-person = person
template-kind-people = several people
template-kind-texts = several texts
template-kind-rows = rows of a table

template-help = Marks
template-help-note = Signs at the beginning of a line
template-mark = Sign
template-mark-does = What it gives
template-mark-title = The title of the paper: large, in the middle
template-mark-heading = The heading of a section
template-mark-centre = A line in the middle
template-mark-right = A line in the right half of the sheet
template-mark-left = A line at the left edge, without indent
template-mark-point = A point: a number with a stop or a bracket at the beginning of the line
template-mark-dash = A point with a dash
template-mark-table = A table. Rows above the bar line are repeated on every page, the numbers are widths in percent. “<<” joins with the cell to the left, “^^” with the one above
template-mark-bold = Bold words
template-mark-fill = A line to fill by hand, with a caption under it. A second value in the brackets makes a short line of so many letters
template-mark-signature = A signature: post, line, name
template-mark-signed = Lines for signatures beside each other, with captions under them
template-mark-gap = An empty line
template-mark-page = What follows begins on a new page

template-word = A Word file of your own
template-word-note = If you have a form already, put fields in double braces into it, the same as in the text. Rows of a table are repeated between “tr for” and “tr endfor”, as in docxtpl. Such a file gives Word only: save a PDF from it yourself.
template-word-start = Take the standard text with its fields (.docx) to begin from
template-word-file = File
template-word-hint = .docx up to 8 MB, without macros
template-word-keep = Save the file as a new version
template-word-refused = The file is not saved yet
template-word-again = Mend the file and choose it again.
template-word-back = Take the file

template-sample-docx = Sample .docx
template-sample-pdf = Sample .pdf
template-sample-name = Sample
template-start-name = Template

template-versions = Versions
template-versions-none = There are no versions of your own: papers are made from the text that is given.
template-version = Version
template-version-number = Version { $number }
template-version-by = Who and when
template-form = What it is
template-form-text = text
template-form-word = Word file
template-form-withdrawn = back to the given text
template-given = given to organisations below
template-standard = The standard text
template-withdraw = Go back to the standard text
template-withdraw-note = Your versions stay, and any of them can be restored. If a centre gives a text, papers are made from that.
template-compare = Compare with
template-difference = What has changed
template-lines = Lines of the two texts
template-same = The texts are the same.
template-no-text = Only texts are compared line by line. Take the Word file and open it.
template-added = Added
template-removed = Removed
template-skipped = { $count ->
    [one] … { $count } more line unchanged
   *[other] … { $count } more lines unchanged
}
template-restore = Back to this version
template-restore-do = Make this version the new one
template-whole-text = The whole text of this version

paper-not-made = The template in force gives no paper.
paper-template = Template of this kind

notice-template-kept = The new version is saved
notice-template-word = The file is saved as a new version
notice-template-withdrawn = Papers are made from the given text
