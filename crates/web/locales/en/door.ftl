# The door.

door-promise = A roadmap in which every row is a task with a deadline and somebody responsible
door-own-data = Your data stay with you. Pages ask no other server.
sign-in-title = Sign in
sign-in-login = E-mail or login
sign-in-password = Password
sign-in-keep = This is my own computer, do not ask for 30 days
sign-in-do = Sign in
