# What the command line says of itself.

usage-unknown-argument = There is no argument “{ $argument }” here; all of them: { $help }
usage-unknown-argument-near = There is no argument “{ $argument }” here, “{ $near }” is like it; all of them: { $help }
usage-unknown-command = There is no command “{ $argument }”; all of them: { $help }
usage-unknown-command-near = There is no command “{ $argument }”, “{ $near }” is like it; all of them: { $help }
usage-missing = Missing: { $argument }; how to write it: { $help }
usage-no-command = It is not said what to do; all commands: { $help }
usage-value = “{ $value }” does not suit { $argument }; possible: { $allowed }
usage-value-wrong = “{ $value }” does not suit { $argument }; how to write it: { $help }
usage-value-empty = { $argument } needs a value; how to write it: { $help }
usage-value-empty-choice = { $argument } needs a value: { $allowed }
usage-conflict = { $argument } and { $other } do not go together; how to write it: { $help }
usage-twice = { $argument } is given twice; leave one
usage-other = The command line is not understood; how to write it: { $help }

check-years = --period: years are written as 2025-2026, not “{ $value }”
check-folder = this is a folder; name the file of the roadmap
check-too-large = the file is larger than { $most } MB; save the roadmap as a file of its own, without pictures
check-not-found = there is no such file; check the name and the folder you are in
check-no-right = no right to read this file; open it for reading, or copy it to yourself
check-not-opened = the file does not open: { $reason }
check-silent = no remarks
check-sum = { $file }: { $rows } rows; { $sum }

explain-none = There is no code { $code }. All codes: estafeta explain
explain-words = There is no code “{ $code }”. By its words: { $found }
