# Документы: каталог, черновики, файлы, пачки.

papers-title = Документы
papers-under = Что система уже знает, заполняется само: выберите документ и проверьте его
papers-tab-kinds = Составить
papers-tab-made = Составленные
papers-tab-packs = Пачкой
papers-find = Найти документ по названию или назначению
papers-nothing = Таких документов нет
papers-nothing-how = Попробуйте другое слово: «согласие», «приказ», «протокол».
papers-signed-by = Подписывают: { $who }.
papers-when = Когда: { $when }.
papers-made = Составленные документы
papers-made-under = { $count ->
    [0] Здесь останется всё, что вы составите
    [one] { $count } документ с отложенными
    [few] { $count } документа с отложенными
   *[other] { $count } документов с отложенными
}
papers-made-find = Найти: слово из названия, фамилия или номер
papers-none = Документов пока нет
papers-none-how = Выберите документ из каталога: реквизиты школы, руководитель и роли подставятся сами.
papers-kind = Вид документа
papers-any-kind = любой вид
papers-state-kept = все, кроме отложенных
papers-column-paper = Документ
papers-column-day = Номер и дата

paper-phase-launch = Запуск
paper-phase-roadmap = Дорожная карта
paper-phase-pools = Базы и согласия
paper-phase-survey = Анкеты
paper-phase-training = Отбор и обучение
paper-phase-pairing = Пары и группы
paper-phase-programme = Работа пар
paper-phase-care = Изменения и поддержка
paper-phase-gathering = Мероприятия
paper-phase-publicity = Публикации
paper-phase-completion = Завершение и поощрение
paper-phase-monitoring = Мониторинг и учёт
paper-phase-network = Связь с центром

paper-signer-head = руководитель
paper-signer-curator = куратор
paper-signer-mentor = наставник
paper-signer-mentee = наставляемый
paper-signer-guardian = законный представитель
paper-signer-subject = тот, о ком документ
paper-signer-acquainted = ознакомленные
paper-signer-commission = комиссия
paper-signer-partner = руководитель партнёра
paper-signer-council = председатель и секретарь

paper-state-draft = черновик
paper-state-signed = подписан
paper-state-discarded = отложен

paper-known = Известно без вопросов
paper-known-lacks = { $count ->
    [0] Всё найдено
    [one] Не хватает { $count } сведения
   *[other] Не хватает { $count } сведений
}
paper-unknown = не записано
paper-write-down = Записать
paper-mend = Исправить
paper-day = Дата документа
paper-day-hint = Руководитель и роли берутся на эту дату
paper-nothing-asked = Спрашивать больше нечего: всё известно.
paper-empty-how = Что оставите пустым, станет строкой для заполнения от руки.
paper-hint-person = Начните писать фамилию и выберите из списка; можно вписать и постороннего: «Соколова Инна Борисовна, генеральный директор»
paper-hint-people = Каждого с новой строки
paper-hint-texts = Каждый пункт с новой строки
paper-line = { $label }: { $number }
paper-more = Ещё строки
paper-save = Составить
paper-refused = Документ пока не составлен
paper-mend-number = Напишите целое число цифрами
paper-mend-namesakes = Людей с таким именем несколько: выберите из списка того, кого имели в виду
paper-mend-many = Слишком много строк: в документ помещается не больше 300
paper-mend-text = Текст документа не подходит к этим данным: { $words }
paper-mend-draft = Документ уже подписан или отложен: составьте новый
paper-mend-order = Приказ уже подписан: измените его отдельным приказом
paper-mend-is-order = Приказ регистрируется в журнале приказов
paper-mend-unsigned = Документ ещё не подписан
paper-mend-ahead = Дата подписания позже сегодняшней
paper-mend-long-number = Номер длиннее 40 знаков: сократите
paper-mend-scan = Такие файлы не хранятся. Приложите PDF, фотографию или файл Word

paper-choose-model = Чьё наставничество
paper-choose-subject = О чём
paper-choose-audience = Кому
paper-choice-teachers = педагогов
paper-choice-students = обучающихся
paper-choice-plans = индивидуальные планы
paper-choice-programmes = персонализированные программы
paper-choice-replacement = замена наставника
paper-choice-extension = продление программы
paper-choice-ending = завершение программы
paper-choice-partner = партнёру
paper-choice-guardian = родителю
paper-choice-graduate = выпускнику

paper-preview = Текст документа
paper-docx = Скачать .docx
paper-pdf = .pdf
paper-edit = Исправить
paper-word-only = Этот документ составлен по файлу Word вашей школы: посмотрите его в скачанном файле.
paper-lacks = Не записано: { $what }
paper-lacks-how = В документе осталась пустая строка. Запишите один раз, и сведение появится во всех документах
paper-outdated = Сведения школы изменились после того, как документ составлен
paper-outdated-how = В документе прежние сведения
paper-refresh = Составить заново
paper-to-fill = { $count ->
    [one] Заполнить от руки: { $count } место
    [few] Заполнить от руки: { $count } места
   *[other] Заполнить от руки: { $count } мест
}
paper-order = Приказ в журнале
paper-amends = Изменяет приказ
paper-about = О ком
paper-scan = Скан подписанного
paper-scan-open = Открыть
paper-scan-hint = PDF или фотография, до 20 МБ
paper-evidence = Дорожная карта
paper-signed = Документ подписан
paper-signed-why = Внесите номер и дату с бумаги: документ сохранится таким, какой он есть
paper-order-why = Номер и дату внесите в журнале приказов: они появятся в тексте сами
paper-order-go = Открыть приказ
paper-signed-day = Подписан
paper-number-hint = Если у документа есть номер: 1, 14-п
paper-register = Зарегистрировать
paper-discard = Отложить
paper-withdraw = Снять регистрацию
paper-amend = Изменить приказ
paper-registered = Подписан, зарегистрирован: № { $number } от { $day }
paper-signed-on = Подписан { $day }
paper-wordings = { $count ->
    [one] { $count } редакция
    [few] { $count } редакции
   *[other] { $count } редакций
}
paper-wording = Редакция { $number }, { $at }
paper-step-refused = Так пока нельзя

amend-title = Изменить приказ
amend-under = Приказ № { $number } «{ $title }»
amend-how = Исправьте то, что должно быть по-новому. В приказ о внесении изменений войдёт только разница.
amend-from = С какого дня
amend-reason = Причина
amend-reason-hint = В творительном падеже станет «в связи с …»: «изменение расписания»
amend-do = Составить приказ об изменениях
amend-refused = Приказ об изменениях пока не составлен
amend-mend-nothing = Ничего не изменилось: исправьте хотя бы одно поле
amend-mend-before = Приказ действует с { $day }: изменить его раньше нельзя

pack-under = До { $most } документов в одном файле. Файл готовится в стороне и хранится сутки
pack-what = Что напечатать
pack-consents = Недостающие согласия
pack-addenda = Дополнительные соглашения
pack-sheets = Листы ознакомления
pack-thanks = Благодарственные письма
pack-certificates = Сертификаты
pack-count = { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[other] { $count } документов
}
pack-papers = { $count ->
    [one] { $count } бланк
    [few] { $count } бланка
   *[other] { $count } бланков
}
pack-people = Кому
pack-people-hint = Не отмечайте никого, чтобы напечатать для всех
pack-pdf = Одним файлом .pdf
pack-zip = Архивом .docx
pack-nothing = Печатать нечего
pack-nothing-how = Всё, что нужно, уже подписано. Список составляется по базам, ролям и журналам.
pack-refused = Файл пока не готовится
pack-mend-nothing = Получается ни одного документа: отметьте, кому они нужны
pack-mend-many = Получается { $count }, а в один файл входит не больше { $most }: выберите класс или людей
pack-of = { $done } из { $count }
pack-busy = Готовим документы: { $done } из { $count }
pack-busy-label = Сколько документов готово
pack-leave = Страницу можно закрыть: файл появится здесь и в «Составленных»
pack-again = Обновить
pack-take = Скачать .{ $format }, { $size }
pack-kept = Файл хранится до { $until }
pack-failed = Файл не получился. Если у школы свои файлы Word, попросите архив .docx; иначе попробуйте ещё раз.
pack-over = Сутки прошли, файл удалён. Его можно приготовить снова.
pack-new = Приготовить другой файл

notice-paper = Документ составлен
notice-paper-discarded = Документ отложен
notice-paper-registered = Документ зарегистрирован
notice-paper-withdrawn = Регистрация снята: документ снова черновик
notice-amendment = Приказ об изменениях составлен: проверьте и отдайте на подпись
notice-pack = Файл готовится

event-paper_drafted = Составлен документ
event-paper_changed = Записана редакция документа
event-paper_discarded = Документ отложен
event-paper_registered = Зарегистрирован подписанный документ
event-paper_withdrawn = Снята регистрация документа
event-papers_packed = Заказана пачка документов
event-order_amended = Приказ изменён другим приказом

order-text = Текст приказа
order-text-none = Текста ещё нет: реквизиты, руководитель и роли подставятся сами.
order-text-old = Этот приказ записан без текста.
order-text-make = Составить текст
order-text-read = Прочитать
order-sheet-paper = Лист ознакомления на бумаге
consent-blank = Напечатать бланк
consents-print = Напечатать недостающие
pool-paper = На бумагу для подписи
paper-row-done = закрыта
paper-row-part = документ есть, нужно ещё другое
order-no-rows = Таких строк в карте нет: проверьте, о чём приказ
pack-mend-word = «{ $kind }» составляется по файлу Word вашей школы: попросите архив .docx
pack-mend-text = «{ $kind }»: текст школы не подходит. { $words }
order-about-choose = выберите, о чём приказ
order-acts-until = Действует по
addendum-paper = Составить текст
