# The guide of remarks.

guide-under = How to work in Estafeta (in Russian), and what the remarks on a roadmap mean
guide-error = The roadmap does not start until this is mended or a reason is given
guide-warning = Worth a look: most likely something is inexact here
guide-note = Good to know: nothing has to be done
guide-example = Example
guide-mend = How to mend it
guide-remarks = Remarks on a roadmap
guide-remarks-under = What a remark means and how to mend it. Its number stands beside it
guide-next = Next:
