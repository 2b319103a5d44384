# Дорожные карты: загрузка, черновик, редакции, утверждение, перенос на год.

section-roadmaps = Карты и редакции
roadmaps-title = Карты и редакции
roadmaps-under = { $count ->
    [one] { $count } дорожная карта с её редакциями
    [few] { $count } дорожные карты с их редакциями
   *[other] { $count } дорожных карт с их редакциями
}
roadmaps-empty = Дорожной карты пока нет
roadmaps-empty-how = Загрузите файл, по которому работаете: Word, Excel, LibreOffice или текст. Или начните с образца.
roadmaps-load = Загрузить файл
roadmaps-from-standard = Начать с образца
roadmap-named = Дорожная карта { $title }
roadmap-untitled = Дорожная карта без названия
roadmap-roll = Перенести на следующий год
version-column = Редакция
version-column-state = Состояние
version-column-order = Приказ
version-column-begun = Начата
version-name = Редакция { $number }
version-draft = Черновик
version-approved = Действует
version-superseded = Заменена новой
version-discarded = Отложена
version-order = № { $number } от { $date }
version-no-order = ещё не утверждена
version-change = Изменить карту
version-go-on = Продолжить черновик
version-under = { $state }. { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}, { $days }
version-of-rows = { $count ->
    [one] из { $count } строки
   *[other] из { $count } строк
}
version-sound = Без замечаний
version-must = исправить или принять с причиной
version-accepted = ещё { $count } принято с причиной
version-may = можно оставить
version-whole = Замечания к документу в целом
version-chips = Какие строки показаны
version-chip-remarks = С замечаниями, { $count }
version-chip-all = Все строки, { $count }
version-chip-order = Порядок
order-how = Кнопки «Выше» и «Ниже» переставляют строку на одно место, на границе раздела она переходит в соседний. Мышью строку можно перетащить сразу на нужное место.
version-caption = Строки карты и то, как они поняты
version-difference = Чем отличается от действующей
version-approve = Утвердить приказом
version-discard = Отложить черновик
paper-name = Дорожная карта { $years } { $school }
paper-name-draft = Дорожная карта { $years } { $school }, черновик
paper-name-old = Дорожная карта { $years } { $school }, редакция { $number }
version-ready = Карту можно утвердить
version-ready-why = После утверждения строки станут делами со сроками и ответственными.
version-mend-left = { $count ->
    [one] Осталось исправить { $count } место
    [few] Осталось исправить { $count } места
   *[other] Осталось исправить { $count } мест
}
version-mend-why = Исправьте строки или примите замечания с причиной: без этого карту не утвердить.
remark-guide = Что значит { $code }
remark-accept = Принять с причиной
remark-accepted = Принято с причиной: { $reason } ({ $name }, { $day })
remark-accepted-day = Принято с причиной: { $reason } ({ $day })

row-place = Место
row-activity = Мероприятие
row-deadline = Срок
row-responsible = Ответственный
row-result = Результат и показатель
row-empty = не указано
row-mended = срок задан вручную
row-nobody = Не привлекаются
row-nobody-words = НЕ ПРИВЛЕКАЮТСЯ
row-add = Добавить строку
row-add-after = Добавить строку ниже
row-new = Новая строка
row-edit = Строка карты
row-save = Сохранить строку
row-check = Проверить снова
row-refused = Строка пока не сохранена
row-kept = Всё, что вы написали, осталось на этой странице.
row-in-file = в файле: { $text }
row-deadline-hint = Словами, как в документе: «октябрь 2026», «до 25 числа каждого месяца», «в течение двух недель после приказа»
row-normal-open = Задать срок точно
row-normal = Запись срока
row-normal-hint = Нужна, когда слова поняты не так. Например: month:2026-10, before:2026-12-25, monthly:25, yearly:09
row-responsible-hint = Должности и фамилии через запятую
row-people-open = Выбрать людей
row-people = Кто отвечает
row-people-hint = Выбранные люди отвечают за строку вместо тех, кого система нашла по словам.
row-result-words = Ожидаемый результат
row-evidence-open = Выбрать документы
row-evidence-by-hand = Считать только то, что отмечено ниже
row-evidence = Какие документы должны появиться
row-indicator = Показатель
row-indicator-hint = С числом и с тем, от чего оно считается: «не менее 70 % молодых специалистов»
row-section = Этап или раздел
row-section-hint = Новая строка встанет в конец этого раздела. Без раздела — в конец карты, под заголовком «Без раздела»
row-subsection = Подэтап
row-number = Номер
row-note = Примечание
row-up = Выше
row-down = Ниже
row-strike = Убрать строку
figures-open = { $count ->
    [0] Добавить показатель вручную
    [one] Поправить { $count } показатель
    [few] Поправить { $count } показателя
   *[other] Поправить { $count } показателей
}
figures-from-words = Забыть исправленное и прочитать показатели из слов
figure-number = Показатель { $n }
figure-choose = выберите из списка
figure-measure = Что считаем
figure-op = Сравнение
figure-value = Значение
figure-unit = Единица
figure-unit-own = как у показателя
figure-of = От чего или кого
figure-year = Год
figure-add = Добавить показатель
figure-drop = Убрать
figure-next-year = Ещё год
figure-mend = Показатель { $n }: { $what }
figure-mend-measure = выберите, что считаем
figure-mend-value = напишите число, например 55 или 2,5
figure-mend-share = доля не бывает больше 100 %
figure-mend-unit = выберите единицу
figure-mend-long = напишите короче, до 500 знаков
figure-mend-year = этого года нет в периоде карты
figure-mend-repeated = такой показатель уже есть выше
figure-mend-many = уберите лишние, помещается 40
measure-groups = Число групп
measure-materials = Число материалов
measure-partners = Число партнёров
measure-programmes = Число программ
measure-surveys = Число анкет
measure-protocols = Число документов
measure-hours = Число часов
unit-groups = групп
unit-materials = материалов
unit-organisations = организаций
unit-programmes = программ
unit-questionnaires = анкет
unit-documents = документов
unit-hours = часов
unit-points = баллов
doubts-left = { $count ->
    [one] Уточните { $count } показатель
    [few] Уточните { $count } показателя
   *[other] Уточните { $count } показателей
}
doubts-why = Непонятно, что считать или от чего брать долю. Спросим один раз: ответ запомнится для таких же слов.
doubts-go = Уточнить
doubts-title = Уточнить показатели
doubts-under = { $count ->
    [one] Остался { $count } вопрос. Ответ запомнится для таких же слов и в следующем году.
    [few] Осталось { $count } вопроса. Ответ запомнится для таких же слов и в следующем году.
   *[other] Осталось { $count } вопросов. Ответ запомнится для таких же слов и в следующем году.
}
doubts-none = Все показатели понятны
doubts-none-how = Поправить показатель можно в строке карты.
doubt-refused = Ответ пока не сохранён
doubt-measure = Что считаем
doubt-measure-hint = Если число здесь не цель, выберите «это не показатель»: он последний в списке.
doubt-no-indicator = это не показатель
doubt-of-hint = Например: «педагогов школы», «молодых специалистов»
doubt-answer = Запомнить ответ
doubt-later = Ответить позже
doubt-mend-measure = Выберите, что считаем, или «это не показатель»
reading-understood = Понято: { $what }
reading-times = { $count ->
    [one] { $count } срок
    [few] { $count } срока
   *[other] { $count } сроков
}, ближайший { $next }
reading-as-needed = по мере необходимости, не напоминаем
reading-continuous = постоянно, не напоминаем
reading-event = { $event ->
    [0] ждём события
   *[other] ждём события: { $event }
}
reading-dated-by = день назовёт другой план: { $plan }
reading-duration = указано, сколько длится, но не когда
reading-none = срока нет
reading-nobody-found = { $name } (среди людей школы пока нет)
op-least = не менее
op-most = не более
op-more = более
op-less = менее
op-equal = ровно
edit-mend-not-draft = Эта редакция уже не черновик. Начните новую
edit-mend-text = Напишите, что нужно сделать
edit-mend-long = Сократите текст: одна ячейка вмещает 20 000 знаков
edit-mend-normal = Такой записи срока нет. Напишите, например, month:2026-10
edit-mend-person = Этого человека в школе больше нет. Выберите другого
edit-mend-period = Последний месяц должен быть позже первого
edit-mend-rows = В карте уже 2000 строк. Разделите её на две

head-title = Название и период
head-edit = Название и период
head-under = Месяцы без года понимаются по этому периоду. Если его изменить, сроки прочитаются заново.
head-refused = Название и период пока не сохранены
head-name = Название карты
head-from = Первый месяц
head-to = Последний месяц
head-save = Сохранить

import-title = Загрузить дорожную карту
import-under = Файл останется как есть. Вы увидите, как понята каждая строка, и исправите, что не так.
import-file = Файл с дорожной картой
import-file-hint = Word (.docx), Excel (.xlsx), LibreOffice (.odt, .ods), .csv или текст, до 20 МБ. Приказ и положение в том же файле не мешают.
import-read = Прочитать файл
import-refused = Файл пока не прочитан
import-kept = Ничего не изменилось.
import-none = Файла нет?
import-waits = Загружен файл «{ $file }», работа с ним не закончена
import-waits-why = { $at }, { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}. Решите, новая это карта или новая редакция.
import-go-on = Продолжить
import-discard = Отложить файл
notice-import-discarded = Файл отложен. Его всегда можно загрузить снова
import-mend-file = Выберите файл
import-mend-no-roadmap = В файле нет таблицы, похожей на дорожную карту: со столбцами «Мероприятие» и «Срок». Проверьте, тот ли это файл
import-mend-too-long = Файл читается слишком долго. Оставьте в нём только дорожную карту и загрузите снова
decide-title = Новая карта или новая редакция
decide-under = Файл «{ $file }», { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}. На это время уже есть карта.
decide-under-alone = Файл «{ $file }», { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}
decide-not-approved = Эта карта ещё не утверждена, сравнить пока не с чем.
decide-what = Что это за файл
decide-version = Новая редакция карты «{ $title }»
decide-new = Отдельная карта, действует рядом
decide-go-on = Продолжить
decide-alone = Оставить годы как в файле
decide-title-past = Карта прошедшего периода
decide-past = Период этой карты прошёл
decide-past-why = Её можно перенести на текущий учебный год: сроки, годы в тексте и ссылки на приказы.
decide-roll = Перенести на этот год

approve-title = Утвердить дорожную карту
approve-refused = Карта пока не утверждена
approve-kept = Черновик сохранён.
approve-left = До утверждения осталось
approve-left-code = { $count ->
    [one] { $count } место с замечанием { $code }
    [few] { $count } места с замечанием { $code }
   *[other] { $count } мест с замечанием { $code }
}
approve-look = Посмотреть
approve-number = Номер приказа
approve-number-hint = Как в журнале регистрации: «71-б», «214-од»
approve-on = Дата приказа
approve-mend-errors = { $count ->
    [one] Исправьте или примите с причиной { $count } замечание
    [few] Исправьте или примите с причиной { $count } замечания
   *[other] Исправьте или примите с причиной { $count } замечаний
}
approve-mend-questions = { $count ->
    [one] Ответьте ещё на { $count } вопрос о переносе или примите всё как есть
    [few] Ответьте ещё на { $count } вопроса о переносе или примите всё как есть
   *[other] Ответьте ещё на { $count } вопросов о переносе или примите всё как есть
}
approve-mend-rows = Добавьте хотя бы одну строку
approve-mend-number = Напишите номер приказа
approve-mend-date = Напишите дату приказа
approve-mend-ahead = Дата приказа ещё не наступила. Поставьте сегодняшнюю или более раннюю
approve-mend-before = Приказ раньше приказа действующей редакции ({ $date }). Проверьте дату

remarks-accepted-title = Утверждено с замечаниями
remarks-accepted-note = { $count ->
    [one] { $count } принято с причиной
    [few] { $count } приняты с причиной
   *[other] { $count } принято с причиной
}
remarks-title = Принять замечания с причиной
remarks-under = Причина, ваше имя и день останутся рядом с замечанием на странице карты и во всех её редакциях.
remarks-which = Какие места оставить как есть
remarks-reason = Почему так
remarks-reason-hint = Например: «Работа начата в декабре 2021 года, срок в приказе верный»
remarks-refused = Замечания пока не приняты
remarks-back = Вернуться к карте
remarks-mend-nothing = Отметьте хотя бы одно место
remarks-mend-reason = Напишите причину словами, не короче { $least } букв

difference-title = Чем редакция { $to } отличается от редакции { $from }
difference-none = Различий нет.
difference-counts = Добавлено строк: { $added }, убрано: { $removed }, изменено: { $changed }
difference-row = Строка
difference-kind = Что изменилось
difference-was = Было
difference-is = Стало
difference-added = добавлена
difference-removed = убрана
difference-changed = изменена
difference-moved = переставлена
difference-back = Вернуться к редакции
field-title = Название
field-period = Период
field-order = Приказ
field-plan-indicator = Показатель карты
field-path = Этап
field-number = Номер
field-text = Мероприятие
field-item = Пункт мероприятия
field-deadline = Срок
field-responsible = Ответственный
field-result = Результат
field-evidence = Документы
field-indicator = Показатель
field-audience = Участники
field-note = Примечание

roll-title = Карта на { $years } учебный год
roll-under = Изменений: { $changes }, вопросов: { $questions }
roll-next = Начать черновик на новый год
roll-next-why = Сроки и годы уже сдвинуты. Спорные места перечислены ниже, их можно поправить в черновике.
roll-begin = Начать черновик
roll-field = Где
roll-doubt = Почему спрашиваем
roll-kept = Как было
roll-moved = Если сдвинуть
roll-order-new = новый, назовёте при утверждении
roll-questions = Проверьте сами
roll-questions-why = спросим о каждом месте в черновике, пока там стоит более осторожный вариант
roll-stands = В черновике
questions-title = Вопросы о переносе
questions-under = { $left ->
    [0] На все вопросы отвечено, всего { $all }. Ответ можно изменить, пока карта не утверждена.
   *[other] Осталось ответить: { $left } из { $all }. Ответы сохраняются, продолжить можно в любой день.
}
questions-left = { $count ->
    [one] Остался { $count } вопрос о переносе на новый год
    [few] Осталось { $count } вопроса о переносе на новый год
   *[other] Осталось { $count } вопросов о переносе на новый год
}
questions-why = Годы и даты, в которых система не уверена. Можно ответить по одному или принять всё как есть.
questions-go = Ответить на вопросы
questions-look = Ответы о переносе на новый год
questions-none = На все вопросы отвечено.
questions-rest-title = Остальное верно?
questions-rest-why = Тогда примите остальные места так, как они уже стоят в черновике.
questions-rest = { $count ->
    [one] Принять как есть: { $count } место
    [few] Принять как есть: { $count } места
   *[other] Принять как есть: { $count } мест
}
questions-all = Все вопросы
questions-state = Ответ
questions-answered = отвечено
questions-open = ещё нет
question-title = Этот год оставить?
question-refused = Ответ пока не сохранён
question-mend-changed = Эти слова уже изменены в строке. Откройте строку и проверьте год сами, затем примите место как есть
question-keep = Оставить
question-move = Сдвинуть
question-by-hand = Исправить строку самому
next-year-title = Карта на следующий год нужна до { $day }
next-year-why = Черновик готовится одним нажатием: сроки и годы сдвинутся, ответственные и документы останутся.
next-year-over = Период карты закончился { $day }
next-year-over-why = Она больше ни о чём не напоминает. Перенесите её на этот учебный год: сроки и годы сдвинутся, ответственные и документы останутся.
next-year-prepare = Подготовить черновик
next-year-left = Черновик начат. Вопросов о переносе: { $questions }, исправить строк: { $errors }.
roll-changes = Что сдвинуто
doubt-act = реквизиты акта: возможно, есть новый
doubt-outside-plan = год вне периода карты
doubt-perhaps-no-year = похоже на год, но может им не быть
doubt-leap-day = 29 февраля есть не в каждом году
doubt-words-and-dates-differ = слова и точная запись срока расходятся
doubt-period-unknown = период карты не указан

standard-title = Начать с образца
standard-under = Образец полный: этапы, сроки, ответственные, документы и показатели. В черновике всё можно изменить.
standard-refused = Черновик пока не начат
standard-which = Какой образец
standard-year = Учебный год
standard-begin = Начать черновик
standard-mend = Выберите образец и учебный год
standard-teachers = Педагогические работники: семь этапов рекомендаций 2021 года
standard-students = Обучающиеся: семь этапов методологии Р-145
standard-kindergarten = Детский сад: наставничество педагогов
standard-college = Колледж: студенты, педагоги и работодатели
standard-municipality = Муниципалитет: карта муниципального центра

notice-draft-begun = Черновик готов. Проверьте строки и утвердите его приказом
notice-draft-discarded = Черновик отложен. Его можно найти среди редакций
notice-row-saved = Строка сохранена
notice-row-added = Строка добавлена
notice-row-moved = Строка переставлена
notice-row-struck = Строка убрана из черновика
notice-head-saved = Название и период сохранены, сроки прочитаны заново
notice-remarks-accepted = Замечания приняты, причина сохранена
notice-figure-answered = Ответ сохранён и запомнен для таких же слов
notice-question-answered = Ответ сохранён
notice-questions-answered = На все вопросы о переносе отвечено
notice-approved = Карта утверждена. Строки стали делами
reading-unread-deadline = Срок не понят. Напишите, например: до 15 октября, сентябрь – ноябрь, в течение года
