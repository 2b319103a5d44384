# Partners and the agreements with them.

partners-title = Partners
partners-under = { $gave } of { $all } partners gave mentors, which is { $share }
partners-empty = No partners yet
partners-empty-how = Add companies, universities, institutions the school works with: no agreement will run out unseen, and mentors from partners are counted.
partners-find = Find: name, contact, person
partners-nothing = There are no such partners
partner-add = Add a partner
partner-edit = Change the card
partner-refused = Not recorded yet
partner-name = Partner
partner-name-hint = As in the agreement
partner-contact = Whom to speak to
partner-contact-hint = Name and post
partner-from = Partner since
partner-to = Partner until
partner-since = Partner since { $day }
partner-until = Was a partner until { $day }
partner-end = End the partnership today
partner-agreement = Agreement
partner-agreement-state = State of the agreement
partner-mentors = Mentors from the partner
partner-no-mentors = none yet
partner-is-mentor = in the pool of mentors
partner-people = People of the partner
partner-people-under = Those in the pool of mentors count for the share of partners
partner-people-none = Nobody yet. Add the person under “People” first, then name it here.
partner-person-add = Name a person
partner-mend-name = Write what the partner is called
partner-mend-known = This partner is recorded already
partner-mend-ends = It began on { $day } and could not end before
partner-mend-named = The person is named since { $day }
agreements = Agreements
agreements-none = No agreements yet.
agreement-none = none
agreement-add = Record an agreement
agreement-refused = The agreement is not recorded yet
agreement-subject = What about
agreement-subject-hint = “On cooperation in mentoring”
agreement-until-hint = Leave empty where no term is named
agreement-mend-subject = Write what the agreement is about
agreement-end = End today
agreement-open = in force without a term
agreement-until = in force until { $day }
agreement-soon = { $days ->
    [0] ends today
    [one] ends on { $day }, { $days } day left
   *[other] ends on { $day }, { $days } days left
}
agreement-from = comes into force on { $day }
agreement-over = was in force until { $day }
notice-partner-added = The partner was added.
notice-partner-saved = The card of the partner was recorded.
notice-partner-ended = The partnership has ended. Its history stays.
notice-agreement-recorded = The agreement was recorded.
notice-agreement-ended = The agreement was ended.
notice-partner-person = The person was named.
