# Дорожная карта: таблица и выполнение.

map-of-years = Дорожная карта, { $window }
map-no-section = Без раздела
map-fold-all = Свернуть все разделы
map-unfold-all = Развернуть все
map-part-count = { $done } из { $all }
map-part-done = сделано { $done } из { $all }
map-under = Утверждена приказом от { $day } № { $number }, действует редакция { $version }
map-under-version = Действует редакция { $version }
map-done = Сделано
map-on-time = В срок
map-overdue = Просрочено
map-not-applicable = Не применяется
map-left = До конца плана
map-left-days = { $left ->
    [one] день
    [few] дня
   *[other] дней
}
map-of-rows = из { $all } { $all ->
    [one] строки
   *[other] строк
}
map-of-done = из { $all } сделанных
map-longest = самое долгое — { $days } { $days ->
    [one] день
    [few] дня
   *[other] дней
}
map-with-reason = с причиной
map-views = Виды карты
map-view-table = Таблица
map-others = Дорожные карты
map-all-rows = Строк
map-find = Найти: слово, номер строки, фамилия
map-state = Состояние
map-state-near = срок на этой неделе
map-state-waiting = ждёт события или дня
map-state-going = в работе
map-state-todo = не начато
map-state-done = сделано
map-state-not-applicable = не применяется
map-any = любое
map-who = Кто отвечает
map-who-me = я
map-all = все
map-month = Срок
map-whole = весь год
map-found = Найдено строк: { $found } из { $all }
map-clear = Сбросить отбор
map-nothing = Ничего не нашлось
map-nothing-how = Попробуйте другое слово или снимите часть условий.
map-by-rule = Выходные { $years } года посчитаны по Трудовому кодексу: постановление о переносах ещё не загружено, отдельные сроки могут сдвинуться.
map-caption = Строки дорожной карты
map-column-number = №
map-column-activity = Мероприятие
map-column-deadline = Срок
map-column-who = Отвечает
map-column-result = Что появится и сколько нужно
map-column-state = Состояние
map-no-deadline = не указан
map-nobody = Не привлекаются (так в карте)
map-times = сделано { $done } из { $all }

fulfilment-under = { $title }, на { $day }
fulfilment-on = На какой день
fulfilment-of = из { $all }, это { $share }
fulfilment-due = Срок наступил
fulfilment-due-done = Из них сделано
fulfilment-parts = По разделам
fulfilment-part = Раздел
fulfilment-rows = { $count } { $count ->
    [one] строка
    [few] строки
   *[other] строк
}
fulfilment-list-empty = Таких строк нет.
fulfilment-nothing = Выполнение считается по утверждённой карте.
map-download = Скачать
map-versions = Редакция
