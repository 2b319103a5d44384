# Год на шкале, месяц, дела одного человека.

timeline-title = Год на шкале
timeline-table = Те же сроки таблицей
timeline-sheet = Лист { $number } из { $all }
timeline-now = сегодня
timeline-month = { $month ->
    [1] янв
    [2] фев
    [3] мар
    [4] апр
    [5] май
    [6] июн
    [7] июл
    [8] авг
    [9] сен
    [10] окт
    [11] ноя
   *[12] дек
}
calendar-title = Календарь
calendar-under = { $count ->
    [0] В этом месяце сроков нет.
    [one] В этом месяце { $count } срок.
    [few] В этом месяце { $count } срока.
   *[other] В этом месяце { $count } сроков.
}
calendar-all = Все дела
calendar-mine = Мои дела
calendar-months = Другие месяцы
calendar-now = Этот месяц
calendar-more = ещё { $count }
calendar-off = выходной
calendar-undated = Пока без дня
by-person-title = Дела: { $name }
by-person-mine = Мои дела списком
by-person-here = Дела
by-person-under = { $open ->
    [0] Открытых дел нет
    [one] { $open } открытое дело
    [few] { $open } открытых дела
   *[other] { $open } открытых дел
}{ $overdue ->
    [0] , просроченного нет.
   *[other] , просрочено { $overdue }.
}
by-person-empty = Дел пока нет
by-person-empty-how = Дела поручают на странице строки дорожной карты.
by-person-ahead = Впереди
by-person-done = Закрытые
