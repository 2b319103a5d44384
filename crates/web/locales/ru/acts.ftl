# Библиотека актов, ознакомление, обращения.

event-local_act_changed = Изменены сведения об акте
event-act_concern_named = Назначено ознакомление с актом
event-act_concern_ended = Ознакомление с актом больше не требуется
event-act_read = Человек ознакомлен с актом
event-petition_made = Подано обращение
event-petition_answered = Дан ответ на обращение
event-petition_withdrawn = Обращение отозвано

section-acts = Акты
acts-under-library = { $count ->
    [one] { $count } акт: федеральные, региональные, муниципальные и свои
    [few] { $count } акта: федеральные, региональные, муниципальные и свои
   *[other] { $count } актов: федеральные, региональные, муниципальные и свои
}
acts-find = Найти: слово из названия или номер
acts-any-level = любой
acts-in-force-on = Действует на дату
acts-reading = Ознакомление
acts-any-reading = не важно
acts-reading-left = ещё не все ознакомлены
acts-nothing = Таких актов нет
acts-nothing-how = Попробуйте другое слово, уровень или дату.
acts-column-act = Акт
acts-column-term = Действует
acts-from = с { $from }
acts-from-to = с { $from } по { $to }
acts-not-in-force = сейчас не действует
acts-nobody-must = не назначено
acts-left = { $left ->
    [0] ознакомлены все: { $count }
   *[other] не ознакомлены { $left } из { $count }
}
act-level-federal = федеральный
act-edit = Изменить сведения
act-edit-why = Название, номер и день не меняются: на них ссылаются документы. Если акт изменён, добавьте новую редакцию.
act-new-edition = Новая редакция
act-edition-under = Прежняя редакция перестанет действовать с дня подписания новой. Ознакомление начнётся заново
act-content = Текст
act-content-hint = Можно вставить текст целиком или главное из него
act-link = Где опубликован
act-demands = Что требует от программы
act-demands-hint = В одном-двух предложениях: что из-за этого акта нужно сделать
act-source = Источник сведений
act-unverified = с текстом акта не сверено
act-replaces = Заменил
act-replaced-by = Заменён
act-earlier-edition = прежнюю редакцию
act-cited = Где на него ссылаются
act-cited-rows = Строки дорожной карты
act-cited-papers = Документы
act-end-on = С какого дня не действует
act-end-hint = Первый день, когда акт уже не действует
act-end-do = Записать
act-read-ask = Вам нужно ознакомиться с этим актом.
act-read-means = Нажатие записывает вас и сегодняшний день. Это подтверждение в программе, а не подпись. Если нужна подпись, распишитесь в листе ознакомления.
act-read-do = Ознакомлен
act-read-on = Вы ознакомлены { $day }
act-readers = Ознакомление
act-readers-none = Кому нужно знать этот акт, пока не указано.
act-readers-left = { $count ->
    [0] ознакомлены все
    [one] не ознакомлен { $count } человек
    [few] не ознакомлены { $count } человека
   *[other] не ознакомлены { $count } человек
}
act-not-read = ещё не ознакомлен
act-way-in-app = подтверждение в программе
act-way-paper = подпись в листе
act-concern-end = больше не нужно
act-whom-employees = Все работники
act-whom-position = Все в роли: { $position }
act-whom-positions = По ролям
act-whom-people = Отдельные люди
act-whom-from = С какого дня
act-name = Кому нужно знать этот акт
act-name-do = Назначить ознакомление
act-paper = Расписались в листе на бумаге
act-paper-do = Записать подписи
act-signed = Кто расписался
act-signed-day = День подписи
act-sheet-pdf = Лист ознакомления, PDF
act-sheet-docx = Лист ознакомления, Word
act-sheet-name = Лист ознакомления { $number }
act-mend-whom = Выберите, кому нужно знать акт
act-mend-nobody = Лист пуст: сначала укажите, кому нужно знать акт
act-mend-signed = Отметьте, кто расписался
act-mend-read-day = Ознакомиться можно с { $day } и не позже сегодняшнего дня
act-mend-read = Ознакомление уже записано: { $day }
notice-act-changed = Сведения об акте изменены.
notice-act-named = Ознакомление назначено. Каждый увидит акт на странице «Мои роли».
notice-act-concern-ended = Записано: с сегодняшнего дня этого больше не ждут.
notice-act-read = Записано: вы ознакомлены сегодня.
notice-act-signed = Подписи записаны.
me-acts = Нужно ознакомиться
me-acts-told = { $count ->
    [one] Вам нужно ознакомиться с { $count } актом
   *[other] Вам нужно ознакомиться с { $count } актами
}

petitions-title = Обращения
petitions-under = { $count ->
    [0] Ответа никто не ждёт
    [one] Ответа ждёт { $count } обращение
    [few] Ответа ждут { $count } обращения
   *[other] Ответа ждут { $count } обращений
}
petitions-none = Обращений пока нет
petitions-none-how = Наставники и наставляемые пишут их на странице «Мои роли»: просят освободить от наставничества, заменить наставника, дать доступ к личному делу.
petitions-told = { $count ->
    [one] { $count } обращение ждёт ответа
    [few] { $count } обращения ждут ответа
   *[other] { $count } обращений ждут ответа
}
petitions-own = Обращения
petitions-own-under = Просьбы и предложения куратору
petition-make = Написать куратору
petition-send = Отправить
petition-kind = О чём
petition-words = Ваши слова
petition-words-hint = Что вы просите или предлагаете и почему
petition-withdraw = Отозвать
petition-withdrawn = отозвано { $day }
petition-outcome = Решение
petition-outcome-granted = согласовано
petition-outcome-refused = отказано
petition-answer = Ответ
petition-answer-hint = Если согласны, что будет сделано и когда; если нет, почему
petition-answer-do = Ответить
petition-not-answered = Ответ пока не записан
petition-refused = Обращение пока не отправлено
petition-release = прошу освободить от наставничества
petition-another_mentor = прошу другого наставника
petition-file_access = прошу доступ к личному делу наставляемого
petition-programme = предложение по программе
petition-reward = предложение о поощрении или взыскании
petition-other = другое
petition-mend-kind = Выберите, о чём обращение
petition-mend-outcome = Выберите решение
petition-mend-not-theirs = По вашей роли такого права нет. Выберите другое
petition-mend-words = Напишите хотя бы { $least } букв
petition-mend-closed = На обращение уже ответили или его отозвали { $day }
notice-petition-made = Обращение отправлено куратору.
notice-petition-withdrawn = Обращение отозвано.
notice-petition-answered = Ответ записан. Человек увидит его на своей странице.
