# The guide of remarks.

guide-under = What remarks on a roadmap mean and how to mend them. The number of a remark stands beside it
guide-error = The roadmap does not start until this is mended or a reason is given
guide-warning = Worth a look: most likely something is inexact here
guide-note = Good to know: nothing has to be done
guide-example = Example
guide-mend = How to mend it
