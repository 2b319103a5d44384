# One's own roles: rights and duties. Source: the regulation, §3–5.

me-title = My roles, rights and duties
me-none = You have no roles in mentoring today. The curator gives roles under “People”.
me-rights = Rights
me-duties = Duties
me-unworded = The regulation names no rights and duties in mentoring for this role.

me-rights-head =
    to approve the curator, mentors and mentees, the roadmap and programmes
    to issue orders on pairs and groups, on changes, extension and completion
    to reward mentors
    to cancel the task of a mentor with at least three working days of notice
me-duties-head =
    to lead and co-ordinate the introduction of mentoring
    to issue local acts, and to name pairs with the written consent of both sides only
    to conclude agreements with partners
    to create conditions in which teachers can develop
me-rights-curator =
    to propose the members of the mentors' association
    to ask participants how programmes go
    to propose rewards, changes and early endings
me-duties-curator =
    to write the roadmap and keep the bases of mentors and mentees
    to bring up to date at least yearly who needs mentoring
    to look after personalised programmes
    to organise the training of mentors
    to monitor, to evaluate and to count participants
    to describe the best practice and work with the regional centre
me-rights-methodical_head =
    to propose mentors and help to find pairs by subject and need
    to take part in designing incentives for mentors
me-duties-methodical_head =
    to prepare local acts and materials with the curator
    to keep account of novice teachers and their mentors
    to prepare participants for contests and conferences
    to take part in monitoring
me-rights-methodical_association =
    to propose subjects and participants
    to advise and mediate
me-duties-methodical_association =
    to design and try personalised programmes
    to support the forms of mentoring with methods
    to add to the bank of best practice
me-rights-deputy_upbringing =
    to propose students for student mentoring
    to know how programmes of students go
me-duties-deputy_upbringing =
    to organise the mentoring of students with the curator
    to see to it that guardians consent before a programme begins
    to hold the activities of the roadmap for students and parents
me-rights-class_teacher =
    to propose students of the class and see who takes part
    to be told the deadlines by the curator
me-duties-class_teacher =
    to hold the class hour and collect questionnaires
    to inform parents and collect their consents
    to tell the curator of difficulties
me-rights-psychologist =
    to diagnose participants with their consent
    to recommend a change or support
me-duties-psychologist =
    to diagnose before and after a programme
    to support those left without a pair
    to keep results from those who need not see them
me-rights-social_pedagogue =
    to see the sections one is named for
    to propose support
me-duties-social_pedagogue =
    to support students who need it specially
    to involve the family and outside services
    to keep sensitive facts out of common fields
me-rights-site_admin =
    to refuse to publish without a consent to distribution
me-duties-site_admin =
    to keep the section on mentoring of the site
    to publish only those who consented and only what they consented to
    to take material down within three working days of a withdrawal
    to help the curator with the digital register
me-rights-mentor =
    to ask other teachers to help the mentee, with their consent
    to read the personal file of the mentee by the set procedure
    to check how tasks are done
    to propose rewards for the mentee
    to ask to be released from mentoring
    to refuse mentoring early from any day; where the employer cancels, you are told at least three working days ahead
me-duties-mentor =
    to keep the law and local acts
    to write the personalised programme with the mentee and lead it
    to work with associations, the psychologist, the curator
    to bring the mentee into the life of the staff
    to help with contests, conferences, forums
    to record meetings and results
me-rights-mentor-student =
    to know the need of the mentee and the plan of meetings
    to ask the curator, the class teacher, the psychologist for help
    to stop taking part
me-duties-mentor-student =
    to meet the mentee by the plan and in agreed places
    to respect limits and keep confidences
    to tell adults where somebody is in danger
    to tell the curator how the programme goes
me-rights-mentee =
    to take part in writing the programme and to propose improvements
    to ask the mentor for help
    to develop professionally
    to ask for another mentor
me-duties-mentee =
    to know the law on education and local acts
    to fulfil the plan of the programme in time
    to follow the advice of the mentor and mend mistakes together
    to improve professional skills
    to confirm meetings
me-rights-mentee-student =
    to take part in writing the plan and say what you expect
    to ask the mentor and the curator questions
    to ask for another mentor or stop taking part
me-duties-mentee-student =
    to come to meetings and say when you cannot
    to do what was agreed
    to tell what goes well and what does not
me-rights-guardian =
    to consent for the child and withdraw it on any day
    to know who the mentor is, where and when meetings are
    to see how the child's programme goes
me-duties-guardian =
    to tell the curator of changes that matter
    to support the child's taking part

absences-title = Absence and deputy
absences-curator = The deputy has the rights of the curator on these days. They end by themselves the day after
absences-under = The deputy is reminded on “Today”. Rights change only where a curator is away
absences-none = No absences are recorded.
absence-deputy = Who acts
absence-deputy-hint = Chosen from those who have access
absence-from = From
absence-to = To
absence-refused = The absence is not recorded yet
absence-withdraw = Withdraw
absence-mend-deputy = Choose who acts
absence-mend-oneself = Choose another person: nobody stands in for oneself
absence-mend-account = This person has no access. Invite them first
absence-mend-staff = This person does not work here. A member of staff stands in: a deputy, a teacher
absence-not-yours = Who stands in for the curator is recorded by the curator or the head: the one who stands in gets the rights of the curator.
absence-mend-known = An absence is recorded for these days: since { $day }
absence-mend-away = The deputy is away since { $day }
absence-told = { $person } is away until { $to }, { $deputy } acts.
absence-you = You act for { $person }, who is away until { $to }.
notice-absence-recorded = The absence and the deputy are recorded.
notice-absence-withdrawn = The record was withdrawn, nobody acts any more.
