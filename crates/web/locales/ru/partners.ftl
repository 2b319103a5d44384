# Партнёры и соглашения с ними.

partners-title = Партнёры
partners-under = Наставников дали { $gave } из { $all } партнёров, это { $share }
partners-empty = Партнёров пока нет
partners-empty-how = Добавьте предприятия, вузы, учреждения, с которыми работает школа: срок соглашения не потеряется, а наставники от партнёра войдут в долю.
partners-find = Найти: название, контакт, человек
partners-nothing = Таких партнёров нет
partner-add = Добавить партнёра
partner-edit = Изменить карточку
partner-refused = Пока не записано
partner-name = Партнёр
partner-name-hint = Как в соглашении: «АО «Заречный завод»»
partner-contact = С кем говорить
partner-contact-hint = Имя и должность
partner-from = Партнёр с
partner-to = Партнёр по
partner-since = Партнёр с { $day }
partner-until = Был партнёром по { $day }
partner-end = Закончить партнёрство сегодня
partner-agreement = Соглашение
partner-agreement-state = Состояние соглашения
partner-mentors = Наставники от партнёра
partner-no-mentors = пока нет
partner-is-mentor = в базе наставников
partner-people = Люди партнёра
partner-people-under = Кто из них в базе наставников, тот считается в доле партнёров
partner-people-none = Пока никого. Сначала человек добавляется в «Люди», потом указывается здесь.
partner-person-add = Указать человека
partner-mend-name = Напишите, как партнёр называется
partner-mend-known = Такой партнёр уже записан
partner-mend-ends = Началось { $day } и не могло закончиться раньше
partner-mend-named = Этот человек указан с { $day }
agreements = Соглашения
agreements-none = Соглашений пока нет.
agreement-none = нет
agreement-add = Записать соглашение
agreement-refused = Соглашение пока не записано
agreement-subject = О чём
agreement-subject-hint = «О сотрудничестве в области наставничества»
agreement-until-hint = Если срок не назван, оставьте пустым
agreement-mend-subject = Напишите, о чём соглашение
agreement-end = Прекратить сегодня
agreement-open = действует бессрочно
agreement-until = действует по { $day }
agreement-soon = { $days ->
    [0] кончается сегодня
    [one] кончается { $day }, остался { $days } день
    [few] кончается { $day }, осталось { $days } дня
   *[other] кончается { $day }, осталось { $days } дней
}
agreement-from = начнёт действовать { $day }
agreement-over = действовало по { $day }
notice-partner-added = Партнёр добавлен.
notice-partner-saved = Карточка партнёра записана.
notice-partner-ended = Партнёрство закончено. История осталась.
notice-agreement-recorded = Соглашение записано.
notice-agreement-ended = Соглашение прекращено.
notice-partner-person = Человек указан.
