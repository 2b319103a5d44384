# Letters that remind.

letter-subject = { $overdue ->
    [0] Due this week: { $near }
   *[other] { $near ->
        [0] Overdue: { $overdue }
       *[other] Overdue: { $overdue }, due this week: { $near }
    }
}
letter-near = This week:
letter-today = today
letter-tomorrow = tomorrow
letter-stop = To get no more letters, ask the curator to remove the address from your card.
