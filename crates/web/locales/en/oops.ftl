# Pages instead of a page: what happened and what to do.

oops-home = Go to the first page
oops-operation = Number of the operation: { $number }. Tell it to whoever looks after Estafeta.
oops-not-found = There is no such page
oops-not-found-what = The address may be mistyped, or the page is not for everyone. Begin with the first page.
oops-foreign-form = The page is out of date
oops-foreign-form-what = Nothing has changed. Go back, reload the page and send the form again.
oops-stale = Somebody else has changed this meanwhile
oops-stale-what = Your changes are not saved. Open the page anew and compare.
oops-too-often = Too many attempts
oops-too-often-what = Wait { $seconds } { $seconds ->
    [one] second
   *[other] seconds
} and try again.
oops-too-large = The file is too large
oops-too-large-what = Files up to 20 MB are taken. Remove pictures from the document or split it.
oops-unreadable = What was sent could not be read
oops-unreadable-what = Nothing has changed. Go back and send the form again.
oops-busy = No answer can be given now
oops-busy-what = Wait a minute and reload the page. Nothing is lost.
oops-unexpected = Something broke on our side
oops-unexpected-what = Nothing was saved. Try again: sending twice doubles nothing.
