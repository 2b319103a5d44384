# Шаблоны документов: список, редактор, поля, разметка, файлы Word, редакции.

section-templates = Шаблоны
templates-title = Шаблоны документов
templates-under = { $count ->
    [0] Все документы печатаются по стандартным текстам
    [one] Свой текст у { $count } вида документов, у остальных – стандартный
   *[other] Свой текст у { $count } видов документов, у остальных – стандартный
}
templates-find = Найти: название или слово
templates-show = Какие показать
templates-all = Все
templates-changed = Только изменённые
templates-nothing = Таких документов нет
templates-column-paper = Документ
templates-column-text = По какому тексту
templates-column-changed = Когда и кем изменён

template-phase-launch = Запуск
template-phase-roadmap = Дорожная карта
template-phase-pools = Базы и согласия
template-phase-survey = Анкеты
template-phase-training = Отбор и обучение
template-phase-pairing = Пары
template-phase-programme = Работа пар
template-phase-care = Забота о парах
template-phase-gathering = Мероприятия
template-phase-publicity = Публикации
template-phase-completion = Завершение
template-phase-monitoring = Мониторинг
template-phase-network = Связь с центрами

template-origin-standard = Стандартный текст
template-origin-own = Ваш текст
template-origin-above = Текст от «{ $name }»
template-since = Редакция { $number }, для документов с { $day }
template-is-word = (файл Word)

template-text = Текст
template-text-label = Текст шаблона
template-text-hint = Имена, даты и номера подставятся вместо полей в двойных скобках. Поля и разметка – ниже на этой странице
template-look = Как получится
template-to-fill = От руки останется заполнить: { $what }
template-sample = На чьих данных показать
template-sample-example = На выдуманных
template-sample-own = С реквизитами вашей организации
template-show = Показать, что получится
template-from = Для документов с
template-from-hint = Документы с более ранней датой останутся с прежним текстом
template-why = Почему
template-why-hint = Коротко: «новый устав», «замечание юриста»
template-give = Дать этот текст всем организациям ниже, у которых нет своего
template-keep = Сохранить новую редакцию
template-refused = Редакция пока не сохранена
template-flawed = По этому тексту документ не получится
template-kept-typed = Всё, что вы написали, осталось на этой странице.
template-mend-why = Напишите, почему меняется текст
template-mend-newer = Тем временем сохранена редакция { $number }. Сравните её со своей и нажмите ещё раз, если ваша должна стать следующей
template-mend-unchanged = Документы с этого дня и так печатаются по этому тексту
template-mend-file = Выберите файл Word (.docx)

template-flaw-line = Строка { $line }
template-flaw-unknown = { $line ->
    [0] В файле есть поле «{ $what }», которого у этого документа нет
   *[other] Строка { $line }: поля «{ $what }» у этого документа нет
}
template-flaw-unknown-near = { $line ->
    [0] В файле есть поле «{ $what }», которого у этого документа нет. Похоже, это «{ $nearest }»
   *[other] Строка { $line }: поля «{ $what }» нет. Похоже, это «{ $nearest }»
}
template-flaw-may-lack = { $line ->
    [0] Данных «{ $what }» может не быть. Напишите в файле: { $tag }
   *[other] Строка { $line }: данных «{ $what }» может не быть. Напишите: { $tag }
}
template-flaw-syntax = { $line ->
    [0] Тег в файле не понят. Проверьте, что каждая скобка закрыта, а у «if» и «for» есть свои «endif» и «endfor»
   *[other] Строка { $line } не понята. Проверьте, что каждая скобка закрыта, а у «if» и «for» есть свои «endif» и «endfor»
}
template-flaw-refused = { $line ->
    [0] В файле: { $what }
   *[other] Строка { $line }: { $what }
}
template-flaw-not-word = Файл не открывается как документ Word. Сохраните его в Word или LibreOffice как .docx
template-flaw-torn = Повторение или условие начинается в одной части файла, а кончается в другой. Поставьте начало и конец рядом: в одной таблице или в одном тексте
template-flaw-macros = В файле есть макросы. Сохраните его как обычный .docx
template-flaw-too-large = Шаблон слишком большой: текст – до 256 КБ, файл Word – до 8 МБ
template-flaw-steps = Шаблон делает слишком много шагов. Уберите повторения внутри повторений
template-flaw-too-long = Документ получается слишком длинным. Уберите повторения внутри повторений

template-fields = Поля
template-fields-note = Что можно подставить и как это написать
template-field-label = Что это
template-field-kind = Вид
template-field-tag = Как написать
template-field-may-lack = может не быть
template-insert = Вставить
template-kind-text = текст
template-kind-long_text = длинный текст
template-kind-day = дата
template-kind-number = число
template-kind-money = сумма
template-kind-flag = да или нет
template-kind-person = человек
template-kind-people = несколько человек
template-kind-texts = несколько текстов
template-kind-rows = строки таблицы

template-help = Разметка
template-help-note = Знаки в начале строки
template-mark = Знак
template-mark-does = Что получится
template-mark-title = Название документа: крупно, посередине
template-mark-heading = Заголовок раздела
template-mark-centre = Строка посередине
template-mark-right = Строка в правой половине листа: «Утверждено», «Директору»
template-mark-left = Строка у левого края, без отступа
template-mark-point = Пункт: число с точкой или скобкой в начале строки
template-mark-dash = Пункт с тире
template-mark-table = Таблица. Строки над чертой повторяются на каждой странице, числа – ширина в процентах. «<<» соединяет с ячейкой слева, «^^» – с ячейкой выше
template-mark-bold = Полужирные слова
template-mark-fill = Линия, чтобы вписать от руки, с подписью под ней. Второе число в скобках – короткая линия в столько знаков
template-mark-signature = Подпись: должность, линия, имя
template-mark-signed = Линии для подписей рядом, с подписями под ними
template-mark-gap = Пустая строка
template-mark-page = Дальше – с новой страницы

template-word = Свой файл Word
template-word-note = Если у вас есть готовый бланк, поставьте в нём поля в двойных скобках – те же, что в тексте. Строки таблицы повторяются между «tr for» и «tr endfor», как в docxtpl. Из такого файла получается только Word: PDF сохраните из него сами.
template-word-start = Скачать стандартный текст с полями (.docx), чтобы начать с него
template-word-file = Файл
template-word-hint = .docx до 8 МБ, без макросов
template-word-keep = Сохранить файл новой редакцией
template-word-refused = Файл пока не сохранён
template-word-again = Исправьте файл и выберите его ещё раз.
template-word-back = Скачать файл

template-sample-docx = Образец .docx
template-sample-pdf = Образец .pdf
template-sample-name = Образец
template-start-name = Шаблон

template-versions = Редакции
template-versions-none = Своих редакций нет: документы печатаются по тексту, который дан.
template-version = Редакция
template-version-number = Редакция { $number }
template-version-by = Кто и когда
template-form = Что это
template-form-text = текст
template-form-word = файл Word
template-form-withdrawn = возврат к данному тексту
template-given = дан организациям ниже
template-standard = Стандартный текст
template-withdraw = Вернуть стандартный текст
template-withdraw-note = Ваши редакции сохранятся, и к любой можно вернуться. Если текст дал центр, документы будут печататься по нему.
template-compare = Сравнить с
template-difference = Что изменилось
template-lines = Строки двух текстов
template-same = Тексты одинаковы.
template-no-text = Построчно сравниваются только тексты. Файл Word скачайте и откройте.
template-added = Добавлено
template-removed = Убрано
template-skipped = { $count ->
    [one] … ещё { $count } строка без изменений
    [few] … ещё { $count } строки без изменений
   *[other] … ещё { $count } строк без изменений
}
template-restore = Вернуться к этой редакции
template-restore-do = Сделать эту редакцию новой
template-whole-text = Весь текст этой редакции

paper-not-made = По действующему шаблону этот документ не получается.
paper-template = Шаблон этого вида

notice-template-kept = Новая редакция сохранена
notice-template-word = Файл сохранён новой редакцией
notice-template-withdrawn = Документы печатаются по данному тексту
