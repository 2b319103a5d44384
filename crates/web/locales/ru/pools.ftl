# Согласия, базы наставников и наставляемых, словарь.

section-consents = Согласия
section-mentors = База наставников
section-mentees = База наставляемых

consents-title = Согласия
consents-under = { $count ->
    [0] Участников пока нет: дайте людям роли наставников и наставляемых, и здесь появится, кто что подписал
   *[other] Все согласия есть у { $complete } из { $count } участников
}
consents-who = Кого показать
consents-participants = участников
consents-gaps = только тех, у кого чего-то нет
consents-everybody = всех людей
consents-about = Класс, предмет
consents-any-about = любой
list-of-day = По состоянию на { $day }
list-no-day = Дня «{ $asked }» не бывает.
consents-on = На дату
consents-nobody = Никого не нашлось
consents-nobody-how = Согласия нужны тем, у кого есть роль наставника или наставляемого. Роли даются в карточке человека.
consents-no-gaps = У всех всё подписано
consents-no-gaps-how = На эту дату ни одного согласия не нужно добирать.
consents-of = Согласия: { $name }
consents-age = Полных лет: { $years }
consents-complete = Всё, что нужно, подписано.
consents-none = Согласий пока нет
section-me = Мои роли
own-card = Моя карточка
own-consents = Мои согласия
own-consents-under = Что подписано, до какого дня действует и чего не хватает
own-consents-mine = Мои
own-consents-none = Согласий нет, и сейчас они не нужны.
own-consents-how = Бланк возьмите у куратора: он внесёт подписанное. Отозвать согласие тоже можно через него.
own-consents-open = Все согласия
own-class = Мой класс: { $class }
own-class-empty = В этом классе пока никого нет.
own-class-missing = Чего не хватает
own-class-no-part = в программе не участвует
consents-none-how = Внесите подписанное согласие: вид, день и кто подписал.

consent-labour_mentoring = согласие работника на наставничество (ст. 351.8 ТК РФ)
consent-volunteer_mentoring = заявление о добровольном наставничестве
consent-participation = согласие на участие наставляемого
consent-personal_data = согласие на обработку персональных данных
consent-guardian_participation = согласие представителя на участие ребёнка
consent-guardian_data = согласие представителя на обработку данных ребёнка
consent-distribution = согласие на распространение персональных данных
consent-short-labour_mentoring = Наставник (351.8)
consent-short-volunteer_mentoring = Наставник
consent-short-participation = Участие
consent-short-personal_data = Данные
consent-short-guardian_participation = Участие: родитель
consent-short-guardian_data = Данные: родитель
consent-short-distribution = Публикация

consent-state-valid = действует
consent-state-not-yet = подписано позже: { $day }
consent-state-expired = закончилось { $day }
consent-state-withdrawn = отозвано { $day }
consent-state-outgrown = переоформить: с { $day } по возрасту подписывают другие
consent-state-unsigned = не хватает подписи: { $who }
consent-state-joined = соединено с другими в одном листе, так нельзя с 01.09.2025
consent-state-no-address = не названы адреса страниц
consent-none = нет
consent-not-wanted = не нужно
consent-until = до { $day }
consent-guardian = представитель { $name }

signer-oneself = сам участник
signer-guardian = законный представитель

deed-enter_mentor_bank = базы наставников
deed-enter_mentee_bank = базы наставляемых
deed-named_survey = именной анкеты
deed-pair_as_mentor = работы наставником
deed-pair_as_mentee = участия наставляемым
deed-publish = публикации

gap = Нужно: { $kind }. Без него нет { $deed }. Сейчас: { $why }
gap-absent = его нет
gap-age = не указан день рождения, поэтому нельзя понять, кто подписывает

consent-record = Внести согласие
consent-refused = Согласие пока не внесено
consent-kind = Вид согласия
consent-signed = Подписано
consent-signed-by = Кто подписал
consent-signed-by-hint = До 14 лет подписывает представитель, с 14 до 18 оба, с 18 только сам
consent-which-guardian = Какой представитель
consent-no-guardian = никто
consent-term = Действует до
consent-term-hint = Пусто, если до отзыва
consent-joined = Стоит в одном листе с другими согласиями
consent-addresses = Адреса страниц
consent-addresses-hint = Каждый с новой строки и целиком: https://школа.рф/наставничество
consent-categories = Что можно показывать
consent-categories-hint = По каждой строке перенесите отметку с бумаги. Если отметки нет, показывать нельзя
consent-shown = Где и что можно показывать
consent-text = Текст
consent-text-hint = Какой бланк подписан. Обычно действующий
consent-text-in-force = действующий текст из программы
consent-text-other = другой бланк, его текста здесь нет
consent-text-signed = подписан текст: { $edition }
consent-text-earlier = подписан прежний текст
consent-text-unknown = не записан: подписан другой бланк или согласие внесено раньше, чем тексты стали храниться
consent-ends = Когда прекращается
consent-ends-term = { $day } заканчивается срок
consent-ends-age = с { $day } по возрасту подписывают другие
consent-ends-withdrawal = в любой день по отзыву
consent-mend-condition = Напишите условие: { $what }
consent-mend-text = Эта редакция от другого документа. Выберите текст того согласия, которое вносите
scan-refused = Скан пока не приложен

permission-silent = отметки нет
permission-silent-why = Где отметки нет, показывать нельзя.
permission-allowed = разрешаю
permission-conditional = разрешаю с условиями
permission-denied = не разрешаю
permission-what = Данные
permission-said = Отметка
permission-condition = Условие: { $what }
permission-condition-add = Условие

edition = редакция { $number }, подписывают с { $day }
edition-in-force = действует
edition-earlier = прежняя
texts-title = Тексты согласий
texts-under = { $count ->
    [0] Все, чей текст известен, подписали действующий
    [one] Прежний текст подписал { $count } человек. Само по себе это согласие не отменяет
    [few] Прежний текст подписали { $count } человека. Само по себе это согласие не отменяет
   *[other] Прежний текст подписали { $count } человек. Само по себе это согласие не отменяет
}
texts-places = Так выглядит текст до того, как в него вставлены имена и даты.
texts-word = Это бланк организации в файле Word. Он хранится в разделе «Документы», у этого вида документов.
texts-unsigned = Действующий текст ещё никто не подписал.
texts-signed = { $count ->
    [one] подписал { $count } человек
    [few] подписали { $count } человека
   *[other] подписали { $count } человек
}
texts-signed-earlier = Подписали прежний текст
texts-signed-unknown = Текст не записан
texts-people = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
}

stops-title = Что прекратить после отзыва
stops-under = { $count ->
    [0] Всё сделано
    [one] Ждёт { $count } дело
    [few] Ждут { $count } дела
   *[other] Ждут { $count } дел
}
stops-none = Прекращать нечего
stops-none-how = Когда согласие отзовут, здесь появится, что и до какого дня прекратить.
stops-nothing = Ничего: то же самое разрешает другое действующее согласие.
stops-told = { $count ->
    [one] Согласие отозвано: нужно прекратить { $count } дело до { $day }
    [few] Согласия отозваны: нужно прекратить { $count } дела, ближайший срок { $day }
   *[other] Согласия отозваны: нужно прекратить { $count } дел, ближайший срок { $day }
}
stop-at-once = { $what }: сразу
stop-what = Что
stop-until = Срок
stop-do = сделано сегодня
stop-done = сделано { $day }
stop-overdue = срок прошёл
stop-mend-done = Уже отмечено: сделано { $day }
stop-refused = Пока не отмечено
notice-stop-done = Отмечено: сделано.
withdraw-stops = Если отозвать сегодня, прекратится:
consent-which = Какое согласие подписано? Каждое вносится отдельно.
consent-missing = этого не хватает
consent-record-kind = Внести: { $kind }
consent-mend-term-long = Проверьте год: согласие дают не больше чем на { $most } лет
consent-unfit-employee = Это согласие дают только работники: статья 351.8 касается их. Остальные пишут заявление о добровольном наставничестве
consent-unfit-law = До { $day } такого согласия не было: статья 351.8 ещё не действовала. Проверьте день подписания
consent-unfit-minor = За совершеннолетнего представитель не подписывает. Внесите согласие самого человека
notice-consent-not-valid = Согласие внесено, но не действует: почему, сказано в списке.
event-wording_noted = Записана редакция текста согласия
event-stop_due = После отзыва согласия нужно прекратить
event-stop_done = Прекращено после отзыва согласия
consent-mend-kind = Выберите вид согласия
consent-mend-future = Согласие ещё не подписано: дата позже сегодняшней
consent-mend-signer = На этот день нужна подпись: { $who }
consent-mend-guardian = Укажите, какой представитель подписал
consent-mend-not-guardian = На этот день человек не записан представителем. Проверьте день или запишите его внизу страницы согласий
consent-mend-term = Срок заканчивается раньше подписания
consent-mend-address = Назовите хотя бы одну страницу целиком: https://школа.рф/наставничество. Адреса сайта без страницы мало
consent-mend-category = Отметьте, что можно показывать: молчание не согласие
consent-mend-withdrawn = Согласие уже отозвано { $day }
consent-mend-withdraw-day = Отозвать можно со дня подписания, { $day }, и не позже сегодняшнего дня
notice-consent-recorded = Согласие внесено.
notice-consent-withdrawn = Согласие отозвано. Что прекращается:

data-name = фамилия, имя, отчество
data-position = должность или класс
data-photo = фотография
data-video = видеозапись
data-age = возраст, год рождения
data-contacts = телефон, электронная почта
data-works = работы и материалы под именем
data-achievements = достижения и результаты
data-words = слова участника

withdraw-title = Отозвать: { $kind }
withdraw-under = Запись о согласии остаётся, с днём отзыва.
withdraw-on = Дата отзыва
withdraw-do = Отозвать
withdraw-refused = Согласие пока не отозвано
stop-by = { $what }: до { $day }
stop-matching = подбор пар
stop-pairs = работа в парах, приказом
stop-addendum = дополнительное соглашение
stop-surveys = именные анкеты
stop-publications = публикации, снять с сайта
stop-data = персональные данные, уничтожить по акту

detail-edit = Сведения для согласий
detail-birth = День рождения
detail-birth-hint = По нему видно, кто подписывает
detail-gender = Пол
detail-gender-hint = Нужен, чтобы склонять имя в документах
gender-by-name = понять по имени
gender-feminine = женский
gender-masculine = мужской
detail-category = Категория
detail-category-hint = «Первая», «высшая», «педагог-наставник»
detail-teaches = Преподаёт с
detail-contract = Наставничество входит в трудовую функцию
detail-contract-hint = Пункт должностной инструкции или договора. Тогда согласие и допсоглашение по ст. 351.8 не нужны
detail-mend-birth = Проверьте год рождения
detail-mend-teaches = Проверьте год: человек был слишком молод или день ещё не наступил
notice-detail-saved = Сведения записаны.

guardians = Законные представители
guardians-none = Представители не записаны. Без них нельзя внести согласие за ребёнка.
guardian-add = Записать представителя
guardian-who = Кто
guardian-who-hint = Если человека нет в списке, сначала добавьте его в «Люди» с ролью законного представителя
guardian-ground = На каком основании
guardian-ground-parent = родитель
guardian-ground-adopter = усыновитель
guardian-ground-trustee = опекун или попечитель
guardian-ground-foster_parent = приёмный родитель
guardian-ground-institution = представитель учреждения
guardian-paper = Документ
guardian-paper-hint = Акт об опеке, договор: номер и дата. Родителю не нужен
guardian-from = С какого дня
guardian-to = по { $day }
guardian-end = Завершить сегодня
guardian-refused = Представитель пока не записан
guardian-mend-who = Выберите, кто представитель
guardian-mend-ground = Выберите основание
guardian-mend-oneself = Никто не представляет самого себя
guardian-mend-paper = Для этого основания нужен документ: номер и дата
guardian-mend-day = Укажите, с какого дня: так в решении, акте или договоре
guardian-mend-young = Этому человеку { $age }, а представлять ребёнка можно с { $least } лет
guardian-mend-unknown = Этот человек учится здесь, и день рождения не указан: нельзя понять, может ли он представлять ребёнка
guardian-mend-child = Проверьте дни рождения: родитель почти ровесник ребёнка
guardian-from-birth = с рождения
guardian-from-hint = Родителю не нужно: он представитель с рождения ребёнка. Остальным — день решения, акта или договора
guardian-choose = выберите человека
guardian-choose-ground = выберите основание
guardian-find = Найти взрослого по имени
guardian-find-do = Найти
guardian-mend-named = Этот человек уже представитель с { $day }
notice-guardian-named = Представитель записан.
notice-guardian-ended = Записано: с завтрашнего дня человек не представитель.

mentors-title = База наставников
mentors-under = { $count ->
    [one] { $count } наставник. Первыми стоят те, у кого ещё никого нет
    [few] { $count } наставника. Первыми стоят те, у кого ещё никого нет
   *[other] { $count } наставников. Первыми стоят те, у кого ещё никого нет
}
mentors-empty = В базе пока нет наставников
mentees-title = База наставляемых
mentees-under = { $count ->
    [one] { $count } наставляемый. Первыми стоят те, кто ждёт дольше всех
    [few] { $count } наставляемых. Первыми стоят те, кто ждёт дольше всех
   *[other] { $count } наставляемых. Первыми стоят те, кто ждёт дольше всех
}
mentees-empty = В базе пока нет наставляемых
pool-empty-how = Внесите человека: нужно его согласие на обработку данных. Если согласия нет, страница скажет, какого и чьего.
pool-enter = Внести в базу
pool-find = Найти: фамилия, предмет, компетенция
pool-term = Компетенция, запрос
pool-any = любые
pool-kind = Вид наставничества
pool-places = Места
pool-only-free = есть места
pool-strengths = Чем силён
pool-needs = Что нужно
pool-forms = Какие формы подходят
pool-kinds = Какие виды подходят
pool-since = В базе с
pool-nothing = Таких в базе нет
pool-no-profile = не указано
pool-paused = сейчас не берёт
pool-free = { $free } из { $all }
pool-waits = ждёт наставника
pool-choose = выберите
pool-who = Кто
pool-who-hint = Можно отметить нескольких: сведения ниже запишутся каждому
pool-consents-first = В базу вносят тех, кто уже дал согласия. Внесите подписанные:
pool-mend-who = Выберите человека
pool-mend-in = Человек уже в базе с { $day }
pool-mend-young = Ребёнку { $age }, а программа берёт с { $least } лет
pool-mend-capacity = Напишите число наставляемых от 1 до { $most }
pool-refused = В базу пока не внесено
pool-terms-hint = Слова берутся из словаря школы
pool-note = Пометка
pool-note-hint = Здоровье, учёт и другие чувствительные сведения здесь писать нельзя
pool-capacity = Сколько наставляемых возьмёт
pool-minutes = Минут в неделю
pool-minutes-hint = Сколько времени есть на наставничество
pool-time = Времени в неделю
pool-time-least = не меньше { $minutes } мин
pool-time-has = { $minutes } мин в неделю
pool-paused-from = Не беру новых с
pool-paused-hint = Если сейчас новых брать не готов
pool-paused-to = и по
pool-leave = Вывести из базы
pool-leave-on = Последний день в базе
pool-left-on = Вышел из базы
pool-profile = Профиль
notice-pool-entered = Внесено в базу.
notice-pool-changed = Профиль записан.
notice-pool-left = Записано: человек выходит из базы. История осталась.

terms-title = Словарь
terms-under = Из этих слов складываются профили наставников и наставляемых.
terms-none = Слов пока нет.
terms-lacking = { $count ->
    [one] Ещё { $count } слово идёт с программой, а в словаре его нет
    [few] Ещё { $count } слова идут с программой, а в словаре их нет
   *[many] Ещё { $count } слов идут с программой, а в словаре их нет
}
terms-lacking-under = Пять форм распоряжения № Р-145, формы письма № АЗ-1128/08, частые компетенции и дефициты. Снимите отметку с лишнего.
terms-lacking-add = Добавить отмеченное
notice-terms-added = Слова добавлены.
notice-terms-none = Ничего не отмечено: словарь прежний.
term-kind = К чему относится
term-strength = Компетенции наставников
term-need = Дефициты и запросы наставляемых
term-form = Формы наставничества
term-text = Слово или короткая фраза
term-text-hint = «Работа с цифровой лабораторией», «дисциплина на уроке», «ученик – ученик»
term-add = Добавить
term-end = Больше не предлагать
term-refused = Слово пока не добавлено
term-mend-kind = Выберите, к чему относится слово
term-mend-empty = Напишите слово
term-mend-known = Такое слово уже есть
notice-term-added = Слово добавлено.
notice-term-ended = Слово больше не предлагается. В старых профилях оно осталось.

mentoring-kind-virtual = виртуальное (дистанционное)
mentoring-kind-group = в группе
mentoring-kind-short_term = краткосрочное
mentoring-kind-reverse = реверсивное
mentoring-kind-situational = ситуационное
mentoring-kind-speed = скоростное
mentoring-kind-traditional = традиционное, один на один

event-person_detailed = Записаны сведения о человеке
event-guardian_named = Записан законный представитель
event-guardian_ended = Завершено представительство
event-consent_recorded = Внесено согласие
event-consent_withdrawn = Отозвано согласие
event-dictionary_filled = Словарь пополнен словами, которые идут с программой
event-term_added = Добавлено слово в словарь
event-term_ended = Слово убрано из словаря
event-pool_entered = Человек внесён в базу
event-pool_entry_changed = Изменён профиль в базе
event-pool_left = Человек вышел из базы

pool-free-places = Свободно мест
form-take = Типовая форма базы:
form-mentors-title = База наставников
form-mentees-title = База наставляемых
form-number = №
form-name = Фамилия, имя, отчество
form-contacts = Контакты для связи
form-contacts-both = Контакты для связи (и законного представителя)
form-work = Место работы, учёбы
form-forms = Формы наставничества
form-strengths = Основные компетенции
form-achievements = Важные для программы достижения
form-interests = Интересы
form-ages = Желаемый возраст наставляемых
form-time = Ресурс времени, минут в неделю
form-since = Дата вхождения в программу
form-mentees = Наставляемые
form-form = Форма наставничества
form-work-of-mentee = Место работы, учёбы наставляемого
form-work-of-mentor = Место работы, учёбы наставника
form-until = Дата завершения программы
form-results = Результаты программы
form-link = Ссылка на кейс, отзыв на сайте
form-birth-year = Год рождения
form-need = Основной запрос
form-mentor = Наставник
form-done = Отметка о прохождении программы

pool-standing = Кого показать
pool-there = кто в базе
pool-past = кто был раньше

attention-title = Согласия
attention-missing = нет: { $kind }
attention-ending = { $kind } — до { $day }
attention-record = внести
attention-rest = { $count ->
    [one] Ещё { $count } участник без согласий
    [few] Ещё { $count } участника без согласий
   *[many] Ещё { $count } участников без согласий
}
