# «Сегодня».

section-today = Сегодня
section-roadmap = Дорожная карта
section-fulfilment = Выполнение
today-title = Сегодня, { $day }, { $weekday }
today-calm = На этой неделе сроков нет, просроченного нет.
today-summary = { $overdue ->
    [0] Просроченного нет
    [one] Просрочено { $overdue } дело
    [few] Просрочено { $overdue } дела
   *[other] Просрочено { $overdue } дел
}, { $near ->
    [0] на этой неделе сроков нет.
    [one] на этой неделе срок у { $near } дела.
   *[other] на этой неделе срок у { $near } дел.
}
today-nothing = Дорожной карты пока нет
today-nothing-how = Загрузите файл дорожной карты и утвердите её: дела на год появятся здесь сами.
today-nothing-wait = Когда куратор утвердит дорожную карту, здесь появятся ваши дела.
today-year = Год по дорожной карте
today-year-note = сделано { $done } из { $all }
today-open-map = Открыть карту
today-do = Что сделать
today-whose = Чьи дела
today-all = Все дела, { $count }
today-mine = Мои, { $count }
today-overdue = Просрочено
today-near = На этой неделе
today-later = В ближайший месяц
today-more = Ещё { $count }: открыть в карте
today-open = Открыть
today-free = Сейчас делать нечего
today-free-how = Ближайший срок — позже чем через месяц. Новое дело появится здесь само.
today-waits = Кто кого ждёт
today-waits-me = вас { $count ->
    [one] ждёт { $count } дело
    [few] ждут { $count } дела
   *[other] ждут { $count } дел
}
today-waits-nobody-me = вас никто не ждёт
today-waits-others = ждём
today-waits-nobody = { $count ->
    [one] { $count } дело никому не поручено
    [few] { $count } дела никому не поручены
   *[other] { $count } дел никому не поручены
}
today-matters = { $count } { $count ->
    [one] дело
    [few] дела
   *[other] дел
}
today-events = Ждём событий
today-undated = Назначьте день
today-load = Загрузить дорожную карту
