# Дела: сроки, закрытие, причины.

task-wait-event = события
task-wait-day = дату
task-due = до { $day }
task-due-was = срок был { $day }, { $days } { $days ->
    [one] день
    [few] дня
   *[other] дней
} назад
task-due-waits = ждёт события «{ $event }»
task-due-asks = день не назначен
task-due-never = без срока: когда понадобится или постоянно
task-moved = { $day } — { $weekday }, поэтому { $due }
task-answers = { $count ->
    [one] отвечает { $names }
   *[other] отвечают { $names }
}
task-nobody = никому не поручено
task-missing = Не хватает: { $what }
task-missing-parts = { $open } из { $all } пунктов
task-parts = сделано { $done } из { $all } пунктов
task-closed-reason = закрыто с причиной { $day }
task-closed-aside = решено { $day }
task-reason-given = Причина: { $reason }
task-begin = Отметить, что начато
task-refused = Пока не сделано
task-kept = Всё, что вы написали, осталось на этой странице.
task-reason = Причина
task-reason-hint = Её увидят все, кто откроет строку. Например: «Решение педсовета от 12 октября».
task-done-on = Когда сделано
task-close-why = Почему считаете сделанным
task-close-why-hint = Причина останется в строке навсегда. Если документ есть, лучше приложите его.
task-lacks-help = Строка закроется сама, когда всё появится. Закрыть её сейчас можно только с причиной.
task-mend-ahead = Этот день ещё не наступил. Поставьте сегодняшний или более ранний
task-mend-closed = Дело уже закрыто { $day }
task-mend-open = Дело и так открыто
task-mend-evidence = Нет документа «{ $what }». Приложите его или напишите причину
task-mend-parts = { $count ->
    [one] Не сделан { $count } пункт
    [few] Не сделаны { $count } пункта
   *[other] Не сделано { $count } пунктов
}. Отметьте сделанное или напишите причину
task-mend-figure = { $what }: нужно { $target }, { $reached }. Напишите причину
task-mend-reason = Напишите причину словами, не короче { $least } букв
task-mend-long = Сократите до { $most } знаков

notice-task-started = Отмечено, что дело начато.
notice-task-closed = Сделано. Дело закрыто.
notice-task-aside = Записано: не применяется. Причина видна в строке.
notice-task-reopened = Дело снова открыто.
notice-happened = Событие записано, сроки посчитаны.
notice-task-dated = День назначен.
notice-task-given = Ответственные записаны.
notice-parts-done = Отмечено.
notice-parts-closed = Отмечено. Всё нужное есть, дело закрыто.
notice-part-undone = Отметка снята.
notice-undone = Отменено, как будто не делали. В истории видно и то и другое.

part-title = Что сделано
part-which = Какие пункты сделаны
part-none = Отмечать нечего: у этой строки нет несделанных пунктов
part-do = Отметить сделанным
part-done = Сделано
part-open = Не сделано
part-done-on = сделано { $day }
part-by-documents = документ приложен
part-taken-back = отметка снята
part-undo = Снять отметку
part-undo-outcome = «{ $what }» снова будет не сделано. Если дело закрылось вместе с этим пунктом, оно откроется снова. Запись останется в истории.
part-mend-nothing = Отметьте хотя бы один пункт
part-mend-gone = Карта изменилась: такого пункта в строке больше нет. Выберите из списка ниже

undo-do = Отменить
undo-title = Отменить уже нельзя
undo-overtaken = Отмена не сделана: после этого с делом уже работали или оно уже отменено.
undo-overtaken-how = Откройте строку: там можно открыть дело снова, снять отметку или отозвать документ, назвав причину.
undo-to-row = Открыть строку

aside-title = Не применяется
aside-outcome = Дело закроется как неприменимое и не войдёт в проценты выполнения. Причина останется в строке.
aside-do = Записать: не применяется
reopen-title = Открыть снова
reopen-outcome = Дело снова станет открытым; прежнее закрытие останется в истории.
happened-outcome = От этого дня отсчитается срок: { $count } { $count ->
    [one] дело
    [few] дела
   *[other] дел
}.
happened-on = Когда это случилось
happened-do = Записать событие
happened-mend-not-waiting = Это дело ничего не ждёт: срок у него уже есть
day-label = День
day-do = Назначить день
day-mend-has-day = День этого дела назначает сама карта
day-mend-outside = Назовите день внутри плана: { $window }
day-mend-closed = Дело закрыто: откройте его снова, чтобы назначить день
people-give = Поручить
people-who = Кому поручить
people-written = В карте написано: { $text }
people-mend-nobody = Такого человека нет в организации. Выберите из списка
