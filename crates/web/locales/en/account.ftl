# Signing in, invitations, personal settings, the sample town.

sign-in-refused = Signing in did not work
sign-in-mend-wrong = Check the e-mail and the password: there is no such pair
sign-in-mend-wait = Try again in { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}: a wrong password was tried too often
sign-in-lost = Cannot sign in?
sign-in-lost-how = Ask the curator or the head of your organisation: “Access” on your page has a “Link for a new password”. Where there is nobody to ask, whoever keeps the machine sets it: the command estafeta user reset.
renew-title = Make up a new password
renew-under = To sign in as { $login }. The old password and all sessions stop working.
renew-refused = The password is not changed yet
renew-do = Change the password and sign in
renew-gone = The link works no more
renew-gone-how = It was used, a day has passed, or another was made. Ask for one more.
sign-in-personas = Look at the sample town
sign-in-personas-how = a whole year in an hour, nothing can be spoilt
sign-out = Sign out

accept-title = { $organisation } invites you
accept-under = { $name }, make up a password to sign in to Estafeta. Your role: { $role }.
accept-login = E-mail or login
accept-login-hint = This is what you will type to sign in
accept-password = New password
accept-password-hint = At least { $length } characters. Several words in a row are easier to remember than letters at random.
accept-refused = The password is not saved yet
accept-gone = The invitation does not work any more
accept-gone-how = A link opens once and lives for some days. Ask whoever sent it for a new one.
account-mend-login-taken = This login is taken. Choose another, such as your e-mail
account-mend-short = Add characters: at least { $length } are needed
account-mend-long = Shorten the password to { $length } characters

account-title = Settings
account-under = Password, devices, language and look of pages
account-password = Password
account-password-new = New password
account-password-do = Change the password
notice-password-changed = The password is changed. Other devices have to sign in again.
account-sessions = Where you are signed in
account-sessions-under = A device you do not know? Sign out everywhere and change the password.
account-session-here = this device
account-session-seen = Last seen
account-session-unknown = unknown device
account-sign-out-everywhere = Sign out on all devices

personas-title = Whom to be
personas-roles = Roles
personas-under = A sample town: invented people and real work. Nothing can be spoilt.
personas-enter = Sign in

accept-join = You are signed in as { $login }. You can join with the same account
accept-join-do = Join
notice-joined = You have joined the organisation.

account-refused = Nothing has changed yet
account-no-password = There is no password yet
account-no-password-why = Only this device can sign in now. Make up a password to sign in from any.
account-password-old = Present password
account-password-set = Make up a password
account-mend-easy = This password is easy to guess. Take several words in a row
account-mend-holds-login = The password must not hold the login
account-mend-old = The present password is another. Check the keyboard layout
account-login = Login
account-login-do = Change the login
account-mend-login-length = A login has from 3 to 100 characters
account-mend-login-spaces = Take the spaces out of the login
notice-login-changed = The login is changed.
account-session-device = Device
account-session-since = Signed in
account-organisations = Organisations
account-organisation-here = you are here
account-organisation-go = Go to: { $name }
notice-organisation-switched = You have gone to another organisation.
sign-in-mend-nowhere = Your access to the organisation has ended. Ask its curator for a new invitation
notice-no-password-yet = First make up a password: without one nobody can sign in again.
