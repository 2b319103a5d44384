# Люди: список, карточка, роли, приглашения.

section-people = Люди
people-title = Люди
people-under = { $count ->
    [0] Здесь будут все, кто отвечает за строки дорожной карты и участвует в наставничестве
    [one] { $count } человек. Ответственные из дорожной карты находятся здесь по фамилии и должности
    [few] { $count } человека. Ответственные из дорожной карты находятся здесь по фамилии и должности
   *[other] { $count } человек. Ответственные из дорожной карты находятся здесь по фамилии и должности
}
people-add = Добавить человека
people-find = Найти: фамилия или имя
people-all = любая роль
people-column-name = Человек
people-column-roles = Кто это в наставничестве
people-column-contact = Связь
people-no-roles = роль не указана
people-no-contact = нет ни почты, ни телефона
people-empty = Людей пока нет
people-empty-how = Добавьте тех, кто отвечает за строки дорожной карты: директора, куратора, руководителей объединений. Остальных можно добавить позже.
people-nothing = Никого не нашлось
people-nothing-how = Проверьте, как пишется фамилия. «Е» и «ё» считаются одной буквой.
people-clear = Сбросить отбор

person-new = Новый человек
person-edit = Изменить карточку
person-surname = Фамилия
person-first = Имя
person-patronymic = Отчество
person-job = Должность
person-job-hint = Как в документах: «учитель математики», «заместитель директора по ВР»
person-email = Почта
person-phone = Телефон
person-position = Кто это в наставничестве
person-position-hint = По этой роли строки дорожной карты находят своих ответственных. Роли можно добавить и позже.
person-position-none = пока не указывать
person-save = Записать
person-add-save = Добавить
person-refused = Карточка пока не записана
person-kept = Всё, что вы написали, осталось на этой странице.
person-mend-surname = Напишите фамилию
person-mend-long = Сократите: здесь помещается { $limit } { $limit ->
    [one] знак
    [few] знака
   *[other] знаков
}
person-mend-email = Проверьте почту: в адресе нужны «@» и точка, например ivanova@school.ru
person-mend-name = В имени только буквы, дефис и апостроф. Уберите цифры, скобки и знаки
newcomer-former = Прежняя фамилия
newcomer-former-hint = Если менялась: по ней человека тоже находят
newcomer-class-hint = «7А», «ИС-21», «старшая группа»
newcomer-birth-hint = По нему видно, кто подписывает согласия
newcomer-category-none = не указана
newcomer-guardian = Законный представитель
newcomer-guardian-hint = Фамилия, имя и отчество. Второго можно добавить на странице ребёнка
newcomer-guardian-phone = Телефон представителя
newcomer-guardian-is = Кто этот представитель
newcomer-ward = Чей это представитель
newcomer-ward-none = указать позже
newcomer-same = Это { $who }
newcomer-other = Это другой человек
newcomer-alike = Похожий человек уже записан
newcomer-alike-hint = Если это он, откройте его карточку: второй не нужна
newcomer-spelling = Как писать имя
newcomer-as-typed = как набрано
newcomer-mend-alike = Похожий человек уже записан: откройте его карточку или отметьте, что это другой
newcomer-mend-spelling = Проверьте заглавные буквы: { $name }
newcomer-mend-guardian = Такой представитель уже записан: выберите, он ли это
newcomer-mend-class = Напишите класс или группу: по классу составляют списки
newcomer-mend-paper = Напишите бумагу: акт об опеке, договор, решение суда
category-highest = высшая
category-first = первая
category-second = вторая
category-fit_for_position = соответствие занимаемой должности
category-teacher_methodist = педагог-методист
category-teacher_mentor = педагог-наставник
notice-person-added = Человек добавлен.
notice-person-saved = Карточка записана.

person-roles = Роли
person-roles-none = Ролей пока нет. Добавьте роль, и строки дорожной карты найдут этого человека.
person-role-since = с { $from }
person-role-until = с { $from } по { $to }
person-role-add = Добавить роль
person-role-which = Роль
person-role-about = К чему относится
person-role-about-hint = Класс, предмет или объединение: «7А», «МО естественных наук»
person-role-from = С какого дня
person-role-end = Завершить роль
person-role-refused = Роль пока не записана
person-mend-role-held = Эта роль уже есть с { $since } Завершите её или выберите другой день
person-mend-role-head = Руководителя называют в карточке организации: там его должность и дни, по ним подписываются бумаги
person-mend-role-student = В эти дни человек учится здесь: должность сотрудника ему не дать
person-mend-role-young = Человеку { $age }, а эта роль — с { $least } лет
person-mend-role-early = Проверьте год: роль не может начаться раньше { $day }

whom-find = Имя
whom-class = Класс
whom-position = Роль
whom-any = любые
whom-born = { $year } г. р.
whom-nobody = Никого не нашлось. Измените поиск.
whom-rest = { $count ->
    [one] Ещё { $count } человек не показан: уточните поиск.
    [few] Ещё { $count } человека не показаны: уточните поиск.
   *[many] Ещё { $count } человек не показано: уточните поиск.
}
person-mend-role-which = Выберите роль
person-mend-ends-before = Роль началась { $from }: завершить её можно с этого дня
notice-role-added = Роль записана.
notice-role-ended = Роль завершена сегодняшним днём.

person-left = Не работает в организации с { $day }

invite = Пригласить
invite-title = Пригласить: { $name }
invite-under = Человек откроет ссылку, придумает пароль и увидит свои дела. Почта не обязательна.
invite-role = С какими правами
invite-role-hint = Права в «Эстафете», а не должность. Куратор ведёт карту, руководитель подписывает, педагог видит свои дела.
invite-do = Сделать ссылку
invite-ready = Ссылка для: { $name }
invite-ready-under = Действует до { $until } и открывается один раз. Второй раз эта страница ссылку не покажет.
invite-link = Ссылка
invite-message = Текст, чтобы вставить в школьный мессенджер
invite-message-text = { $name }, здравствуйте! Это приглашение в «Эстафету», где ведётся дорожная карта наставничества. Ссылка действует до { $until } Откройте её и придумайте пароль: { $link }
invite-slip = Листок с кодом
invite-slip-how = Напечатайте страницу: на листке останутся имя, срок и код для телефона.
invite-qr = Код со ссылкой приглашения
invite-print = Чтобы напечатать листок, нажмите Ctrl+P.

invite-refused = Ссылки пока нет
invite-mend-has-role = Эти права у человека уже есть
invite-mend-invited = Ссылка с этими правами уже сделана и ещё действует. Найдите её в переписке или выберите другие права
invite-mend-level = В организации такого уровня не бывает роли «{ $role }». Выберите другую
invite-mend-left = Человек больше не работает в организации: приглашать некого
invite-mend-acting = Вы замещаете куратора и не можете передать эти права насовсем. Это сделает сам куратор или руководитель

person-role-title = Новая роль: { $name }
leaving = Больше не работает здесь
leaving-title = Больше не работает: { $name }
leaving-under = Роли закончатся в этот день. Записи и история останутся. Доступ закрывается отдельно, на странице «Доступ».
leaving-refused = Последний день пока не записан
leaving-on = Последний день
leaving-do = Записать последний день
notice-person-left = Последний день записан, роли закончились.

access = Доступ
access-title = Доступ: { $name }
access-under = С какими правами человек входит в «Эстафету»
access-refused = Доступ пока остался
access-none = Доступа нет
access-none-how = Сделайте ссылку-приглашение: по ней человек придумает пароль и войдёт.
password-link = Ссылка для нового пароля
password-link-forgotten = Забытый пароль
password-link-why = По ссылке человек придумает новый пароль. Она работает один раз в течение суток; все прежние входы закончатся.
password-link-ready = Новый пароль: { $name }
password-link-under = Передайте ссылку человеку лично. Она показана один раз, сработает один раз и до { $until }
password-link-mend-none = У человека ещё нет входа. Пригласите его
password-link-mend-elsewhere = Этот вход открывает и другую организацию, поэтому пароль к нему отсюда не меняют. Обратитесь к тому, у кого стоит Эстафета
access-end = Закрыть доступ
access-mend-last-manager = Сначала пригласите другого куратора или руководителя: иначе приглашать будет некому
access-mend-ended = Доступ уже закрыт с { $on }
access-waiting = приглашение ждёт ответа до { $until }
access-withdraw = Отозвать приглашение
notice-access-ended = Доступ закрыт.
notice-invitation-withdrawn = Приглашение отозвано: по его ссылке больше не войти.

people-kind = Кто это
people-any-kind = все
people-class = Класс
people-any-class = любой класс
people-subject = Предмет
people-experience = Педагогический стаж, лет
person-kind-employee = сотрудник
person-kind-student = обучающийся
person-kind-parent = законный представитель
person-kind-partner = от партнёра
person-kind-graduate = выпускник
sheet-take = Скачать этот список:
sheet-xlsx = Excel
sheet-csv = CSV

person-years = { $count }
person-history = Как было раньше
fact-surname = Фамилия
fact-job_title = Должность
fact-category = Категория
fact-phone = Телефон
fact-email = Почта
name-title = Склонение имени
name-short = Документы пишут имя в нужном падеже
name-edit = Проверить и исправить
name-under = Оставьте поле пустым, если программа склоняет верно
name-by-rule = По правилам: { $name }
name-mend-words = Напишите имя целиком: столько же слов, сколько в именительном падеже
notice-name-corrected = Склонение записано. Документы возьмут его.
case-genitive = Кого? (родительный)
case-dative = Кому? (дательный)
case-accusative = Кого? (винительный)
case-instrumental = Кем? (творительный)
case-prepositional = О ком? (предложный)

handing = Передать дела
handing-title = Передача дел: { $name }
handing-under = С { $day }: роли, открытые задачи и доступ переходят к другому человеку. Страницу можно напечатать как акт и подписать
handing-open = Открытых задач: { $count }
handing-to = Кому
handing-no-account = не может войти, сначала пригласите
handing-roles = Какие роли передать
handing-tasks = Передать все открытые задачи
handing-access = Передать доступ: { $roles }. У того, кто передаёт, он закончится сразу
handing-sensitive = Право читать меры доступности не передаётся: его заново даёт руководитель.
handing-do = Передать дела
handing-signatures = Передал(а) ____________________   Принял(а) ____________________
handing-refused = Дела пока не переданы
handing-mend-to = Выберите, кому передать дела
handing-mend-oneself = Выберите другого человека
handing-mend-there = Этот человек уже не в организации
handing-mend-nothing = Отметьте, что передать
handing-mend-account = Этот человек не может войти: сначала пригласите его или передайте без доступа
notice-handed = Дела переданы
