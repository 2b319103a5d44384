# «Папка куратора»: чего не хватает, сборка, файлы.

section-folder = Папка куратора
folder-under = Всё, что просят при проверке, одним архивом по разделам, с описью на первой странице
folder-make-title = Собрать папку
folder-make-why = Это займёт от нескольких секунд до минуты. Папка хранится сутки, новую можно собрать в любой день.
folder-make = Собрать папку
folder-refused = Новая папка не начата
folder-mend-under-way = Папка уже собирается. Дождитесь её на этой странице
folder-busy = Собираем папку: готово { $done } из { $all }
folder-busy-after = Страницу можно закрыть: готовая папка появится здесь.
folder-progress = Сколько собрано
folder-take = Скачать папку (.zip)
folder-made-missing = { $count ->
    [0] По описи всё на месте
    [one] По описи не хватает { $count } позиции
   *[other] По описи не хватает { $count } позиций
}
folder-stopped = папка не собралась. Соберите её ещё раз
folder-file-name = Папка куратора { $school } { $day }
notice-folder-asked = Папка собирается

folder-missing = Чего не хватает
folder-nothing-missing = Всё, что ожидается на сегодня, есть.
folder-what = Чего нет
folder-how-many = Сколько или что именно
folder-ground = Чем требуется
folder-and-more = { $shown } и ещё { $rest }

folder-inside = Что будет в папке
folder-names = В папке есть имена участников, в том числе детей: это копия для проверки, не для сайта. Копии без имён детей здесь нет.
folder-section-acts = Акты организации
folder-section-roadmap = Дорожная карта
folder-section-orders = Приказы
folder-section-consents = Согласия
folder-section-labour = Допсоглашения и выплаты
folder-section-pools = Базы наставников и наставляемых
folder-section-partners = Партнёры
folder-section-evidence = Подтверждения по пунктам
folder-section-journal = Журнал
folder-inside-acts = перечислены в описи, файлы приложены
folder-inside-roadmap = действующая редакция, Word и PDF
folder-inside-orders = журнал приказов, их тексты и сканы подписанных
folder-inside-consents = реестр «кто × что» и сканы
folder-inside-labour = реестр допсоглашений с выплатами
folder-inside-pools = обе базы по форме, Excel и PDF
folder-inside-partners = перечень партнёров и соглашений
folder-inside-evidence = файлы, приложенные к пунктам карты, по номерам пунктов
folder-inside-journal = кто, что и когда сделал

folder-item-local_acts = Локальные акты о наставничестве (положение)
folder-item-roadmap = Действующая дорожная карта
folder-item-introduction_order = Приказ о внедрении системы наставничества
folder-item-curator_order = Приказ о назначении куратора
folder-item-mentors_order = Приказ о назначении наставников
folder-item-pairs_order = Приказ о закреплении пар
folder-item-order_scans = Сканы подписанных приказов
folder-item-acquaintance = Подписи об ознакомлении с приказами
folder-item-consents = Согласия участников
folder-item-consent_scans = Сканы согласий
folder-item-addenda = Допсоглашения работников-наставников
folder-item-mentor_pool = База наставников: пока пуста
folder-item-mentee_pool = База наставляемых: пока пуста
folder-item-row_evidence = Документы по пунктам карты, срок которых прошёл
folder-ground-local_acts = Р-145 (обучающиеся), письмо АЗ-1128/08 (педагоги)
folder-ground-roadmap = Р-145, письмо АЗ-1128/08: план мероприятий на учебный год
folder-ground-introduction_order = Р-145, письмо АЗ-1128/08
folder-ground-curator_order = Р-145, письмо АЗ-1128/08: куратор назначается приказом
folder-ground-mentors_order = положение организации: список наставников
folder-ground-pairs_order = положение организации: пары закрепляются приказом
folder-ground-order_scans = приказ действует подписанным
folder-ground-acquaintance = листы ознакомления с приказами
folder-ground-consents = ст. 9 закона 152-ФЗ, ст. 351.8 Трудового кодекса
folder-ground-consent_scans = ст. 9 закона 152-ФЗ: согласие доказывает организация
folder-ground-addenda = ст. 351.8 Трудового кодекса
folder-ground-mentor_pool = письмо МР-42/02: форма базы наставников
folder-ground-mentee_pool = письмо МР-42/02: форма базы наставляемых
folder-ground-row_evidence = пункты дорожной карты

folder-index = Опись
folder-roadmap = Дорожная карта { $years }
folder-order = Приказ № { $number } от { $day } – { $about }
folder-consent = { $name } – { $kind } – { $day }
folder-paper = { $title } от { $day }
folder-paper-numbered = { $title } № { $number } от { $day }
folder-row = Пункт { $number }
folder-journal = Выписка из журнала
folder-entry = Номер записи
