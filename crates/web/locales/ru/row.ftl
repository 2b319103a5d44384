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
line-withdrawn-at-once = Отменено сразу, { $day }
line-dated-from = Отсчитан от события «{ $event }», { $day }
line-dated-document = Документ: «{ $document }».
line-dated-itself = Эстафета увидела его сама.
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
was-part-done = Сделан пункт «{ $what }», { $day }
was-part-undone = Снята отметка с пункта «{ $what }»
was-undated = Назначенный срок снят
was-start-undone = Отметка о начале снята
was-changed = Изменено

next-evidence = Приложить документ
next-evidence-title = Приложите документ «{ $what }»
next-evidence-why = Когда всё нужное есть, строка закроется сама.
next-parts = Отметить пункты
next-parts-title = Отметьте, какие пункты сделаны
next-reason = Закрыть с причиной
next-figure = Приложить подтверждение
next-others = Посмотреть выполнение
next-reason-title = Показатель ещё не достигнут
next-done = Отметить сделанным
next-done-title = Отметьте, когда сделано
next-done-why = Карта не называет документа: достаточно вашей отметки.
next-happened = Записать событие
next-happened-title = Когда это случилось
next-happened-why = Срок отсчитывается от события «{ $event }».
next-day = Назначить день
next-day-title = Назначьте день
next-day-why = Карта не говорит, когда это будет. Назовите день один раз.
