# Письма-напоминания.

letter-subject = { $overdue ->
    [0] На этой неделе: { $near }
   *[other] { $near ->
        [0] Просрочено: { $overdue }
       *[other] Просрочено: { $overdue }, на этой неделе: { $near }
    }
}
letter-near = На этой неделе:
letter-today = сегодня
letter-tomorrow = завтра
letter-stop = Чтобы письма не приходили, попросите куратора убрать адрес из вашей карточки.
