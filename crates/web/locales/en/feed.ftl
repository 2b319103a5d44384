# One's own calendar by a secret link.

feed-title = Dates in your own calendar
feed-to-phone = Dates on your phone
feed-under = Your phone or computer shows your dates by itself and follows the roadmap when it changes.
feed-works = The link has worked since { $since }. It cannot be shown again: we do not keep it.
feed-none = There is no link yet.
feed-make = Get a link
feed-replace = Make a new link
feed-replace-why = A new link replaces the old one, which stops working at once.
feed-withdraw = Switch the link off
feed-ready = The link is ready
feed-ready-under = Copy it now: it is not shown a second time. Do not pass it on: whoever knows the link sees your dates.
feed-link = Calendar link
feed-how-phone = On a phone: point the camera at the code, or paste the link into “Add calendar by address”.
feed-how-computer = On a computer: choose “Subscribe by address” in the calendar program and paste the link.
feed-name = Dates: { $school }
notice-feed-withdrawn = The link is off. Calendars that use it will not be updated any more.
