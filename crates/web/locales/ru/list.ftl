# Загрузка списка людей.

list-title = Загрузить список людей
list-under = Сотрудники, классы, родители, партнёры: столбцы могут называться и стоять как угодно
list-refused = Список пока не прочитан
list-file = Файл
list-file-hint = .xlsx, .ods или .csv до 20 МБ. Паспорта, СНИЛС и сведения о здоровье не читаются, даже если они в файле есть
list-read = Прочитать
list-mend-file = Выберите файл со списком
list-mend-too-long = Чтение заняло слишком много времени. Разделите список на несколько файлов
list-loaded = Загружали раньше
list-state-discarded = отложен
list-state-taken = записан
list-state-waits = ждёт вас
list-count = Новых: { $new }. Изменятся: { $changed }. Уже есть и не изменятся: { $same }
list-nothing-kept = Этот список отложили, его содержимое не хранится.
list-taken = Что записано
list-nothing-new = Ничего не изменилось: все { $count } из списка уже были записаны с теми же сведениями.
list-added = Добавлены: { $count }
list-changed = Изменились: { $count }
list-somebody = человек, которого здесь больше нет
list-take-title = { $count ->
    [one] Можно записать { $count } человека
    [few] Можно записать { $count } человек
   *[other] Можно записать { $count } человек
}
list-take = Записать { $count }
list-take-whole = Список читается целиком
list-left = { $count ->
    [one] { $count } строка останется на потом: её видно ниже
    [few] { $count } строки останутся на потом: они видны ниже
   *[other] { $count } строк останутся на потом: они видны ниже
}
list-all-known = Все из этого списка уже записаны
list-all-known-why = Сведения те же самые, менять нечего
list-only-left = Записывать пока нечего
list-close = Убрать список
list-who = Это один человек?
list-who-under = Программа никого не соединяет сама, если есть хоть одно сомнение
list-same = Это тот же человек
list-different = Это другой человек
list-more = И ещё { $count }: ответьте на эти, и покажутся следующие.
list-row = Строка { $row }
list-guardian-of = { $name }, законный представитель ({ $student })
list-known = { $name } (есть в списке людей)
list-columns = Что значат столбцы
list-columns-under = Исправьте, если понято неверно: для следующего списка это запомнится
list-answer = Учесть ответы и прочитать заново
list-errors = Что исправить в файле
list-errors-under = Строки с красной чертой не записываются, с жёлтой записываются без этой ячейки
list-error-many = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
list-error-rows = строки { $rows }
list-error-example = Например: { $what }
list-error-each = Показать каждую
list-passed = { $count ->
    [one] Пропущена { $count } строка: в ней нет человека
    [few] Пропущены { $count } строки: в них нет людей
   *[many] Пропущено { $count } строк: в них нет людей
}
list-passed-under = Итоги, вакансии, подписи. Если среди них человек, впишите его имя в столбец с ФИО и загрузите файл снова.
list-passed-sheets = Листы без списка людей не прочитаны: { $sheets }
list-columns-refused = С такими столбцами людей в файле не найти
list-errors-file = Скачать этот перечень: { $count }
list-error-sheet = Лист
list-error-row = Строка
list-error-name = Кто
list-error-column = Столбец
list-error-what = Что не так
list-column-about = Что понято
list-column-fate = Что будет
list-fate-new = новый
list-fate-known = уже есть
list-fate-waits = ждёт ответа
list-people-all = Всего { $count }
list-people-under = Всего { $count }, показаны первые { $shown }
list-discard = Отложить список, ничего больше не записывая
notice-list-answered = Ответы учтены.
notice-list-taken = Список записан.
notice-list-discarded = Список отложен, его содержимое больше не хранится.

list-field-full_name = фамилия, имя и отчество
list-field-surname = фамилия
list-field-first = имя
list-field-patronymic = отчество
list-field-first_patronymic = имя и отчество
list-field-former_surname = прежняя фамилия
list-field-birth_date = дата рождения
list-field-kind = кто это: сотрудник, ученик, родитель
list-field-position = должность
list-field-subject = предмет
list-field-class = класс или группа
list-field-class_number = номер класса
list-field-class_letter = буква класса
list-field-class_or_position = класс или должность
list-field-class_led = чей классный руководитель
list-field-category = категория
list-field-experience_years = педагогический стаж, лет
list-field-total_experience_years = общий стаж, лет
list-field-total_and_teaching_years = стаж: общий, затем педагогический
list-field-teaching_and_total_years = стаж: педагогический, затем общий
list-field-since = с какого дня в организации
list-field-phone = телефон
list-field-email = почта
list-field-gender = пол
list-field-guardian_name = имя законного представителя
list-field-guardian_phone = телефон законного представителя
list-field-guardian_email = почта законного представителя
list-field-row_number = номер строки
list-field-not_read = не читать: документы, здоровье
list-field-ignored = не нужно
