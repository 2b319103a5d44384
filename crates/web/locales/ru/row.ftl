# Строка дорожной карты.

line-named = Строка { $row }
line-written = В карте написано: «{ $text }».
line-on = на { $day }
line-figures = Показатель
line-needed = нужно { $target }
line-documents = Что должно появиться
line-no-documents = Карта не называет документа.
line-missing = Пока нет
line-there = Есть
line-by-record = Запись ведётся в Эстафете.
line-withdrawn = Отозвано
line-beside = Приложено дополнительно
line-of-day = от { $day }
line-withdrawn-why = Отозвано { $day }: { $why }
line-occurrences = Сроки
line-times = { $count } { $count ->
    [one] раз
    [few] раза
   *[other] раз
} за план
line-children = Из чего состоит
line-as-written = Как написано в карте
line-result = Результат
line-audience = Участники
line-note = Примечание
line-brief = Коротко
line-answers = Отвечают
line-begun = Начато
line-from = Откуда
line-from-number = строка { $number }
line-other = Другое
line-history = История

happened-by-itself = Эстафета
was-planned = Дело появилось по утверждённой карте
was-dated = Назначен срок: { $day }
was-given = Поручено: { $person }
was-taken = Больше не отвечает: { $person }
was-started = Начато { $day }
was-closed = Отмечено сделанным { $day }
was-closed-itself = Закрылось само: всё нужное есть
was-closed-reason = Закрыто с причиной { $day }
was-set-aside = Решено не применять
was-reopened = Открыто снова
was-evidence = Приложено: { $what }
was-withdrawn = Отозвано: { $what }
was-changed = Изменено

next-evidence = Приложить документ
next-evidence-title = Приложите документ «{ $what }»
next-evidence-why = Когда всё нужное есть, строка закроется сама.
next-reason = Закрыть с причиной
next-reason-title = Документы на месте, показатель ещё нет
next-done = Отметить сделанным
next-done-title = Отметьте, когда сделано
next-done-why = Карта не называет документа: достаточно вашей отметки.
next-happened = Записать событие
next-happened-title = Когда это случилось
next-happened-why = Срок отсчитывается от события «{ $event }».
next-day = Назначить день
next-day-title = Назначьте день
next-day-why = Карта не говорит, когда это будет. Назовите день один раз.
