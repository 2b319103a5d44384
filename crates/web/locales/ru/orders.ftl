# Приказы: журнал, проект, регистрация, лист ознакомления.

section-orders = Приказы
orders-title = Журнал приказов
orders-under = { $count ->
    [0] Здесь будут приказы по наставничеству с номерами и датами
    [one] { $count } приказ. Подписанный приказ сам закрывает строки дорожной карты, которые его ждут
    [few] { $count } приказа. Подписанный приказ сам закрывает строки дорожной карты, которые его ждут
   *[other] { $count } приказов. Подписанный приказ сам закрывает строки дорожной карты, которые его ждут
}
orders-find = Найти: слово из названия или номер
orders-year = Год
orders-any-year = любой год
orders-any-about = о чём угодно
orders-column-title = Приказ
orders-column-number = Номер
orders-column-state = Состояние
orders-empty = Приказов пока нет
orders-empty-how = Подготовьте проект приказа. Когда директор подпишет его, внесите номер и дату: строки дорожной карты закроются сами.
orders-nothing = Таких приказов нет
orders-nothing-how = Попробуйте другое слово, год или сбросьте отбор.
orders-skipped = { $count ->
    [one] В журнале пропущен номер: { $numbers } — если под ним записан другой приказ школы, ничего делать не нужно.
   *[other] В журнале пропущены номера: { $numbers } — если под ними записаны другие приказы школы, ничего делать не нужно.
}
order-new = Новый приказ
order-new-under = Сначала проект, потом подпись, номер и дата.
order-about = О чём
order-about-hint = По этому дорожная карта узнаёт, какую строку закрывает приказ
order-title = Название
order-title-hint = Как в приказе: «О закреплении наставнических пар на 2026–2027 учебный год»
order-draft = Подготовить проект
order-refused = Приказ пока не записан
order-no-number = без номера
order-mend-about = Выберите, о чём приказ
order-mend-title = Напишите название приказа
order-mend-number = Номер начинается с числа: 71, 71-б, 45/2-р
order-mend-taken = Номер { $number } в { $year } году уже есть. Укажите другой
order-mend-future = Приказ ещё не подписан: дата позже сегодняшней
order-mend-acts = Приказ не может действовать раньше подписания, { $day }
order-mend-series = Рядом стоит № { $number } от { $day }: номера идут по порядку дат. Проверьте номер и дату
order-mend-ends = Приказ действует с { $day } и не может закончиться раньше
order-mend-state = С приказом так сделать нельзя: сейчас он { $state }
order-mend-read = Ознакомиться можно со дня подписания и не позже сегодняшнего дня
order-register = Приказ подписан
order-register-why = Внесите номер и дату с бумаги
order-register-do = Зарегистрировать
order-number-hint = С буквой школы, если она есть: 71-б
order-signed-on = Подписан
order-sent-on = Отдан на подпись
order-acts-from = Действует с
order-acts-hint = Если не со дня подписания
order-acts-to = Действовал по
order-changed-by = Изменён приказом
order-send = Отдать на подпись
order-discard = Отказаться от проекта
order-end = Прекратить действие приказа
order-end-on = Последний день действия
order-people = Лист ознакомления
order-people-none = Пока никого нет. Добавьте тех, кого касается приказ.
order-people-left = { $count ->
    [0] ознакомлены все
    [one] не подписал { $count } человек
    [few] не подписали { $count } человека
   *[other] не подписали { $count } человек
}
order-people-choose = Добавить людей в лист ознакомления
order-people-legend = Кого касается приказ
order-people-add = Добавить отмеченных
order-people-remove = убрать из листа
notice-order-taken-off = Человек убран из листа ознакомления.

order-named-pairs = Пары и группы по приказу
order-named-mentors = Наставники по приказу
order-named-none = Пока никто не назван. Без этого приказ не зарегистрировать.
order-named-add = Назвать участников
order-named-remove = убрать
order-name-pair = Пара или группа
order-name-pair-how = Выберите одного наставника и отметьте одного или нескольких наставляемых. Они сами попадут в лист ознакомления; за тех, кто ещё не подписывает, — их представители.
order-name-mentors = Наставники
order-name-mentors-how = Отметьте всех, кого приказ назначает наставниками. Они сами попадут в лист ознакомления.
order-name-mentor = Наставник
order-name-mentees = Наставляемые
order-name-find = Имя, класс или предмет
order-name-do = Внести в приказ
order-name-nobody = Выбирать не из кого
order-name-nobody-how = Здесь видны те, кто внесён в базу наставников или наставляемых или имеет такую роль. Если поиск ничего не нашёл, очистите его.
order-name-refused = В приказ пока никто не внесён
order-name-mend-mentor = Выберите наставника
order-name-mend-mentee = Отметьте хотя бы одного наставляемого
order-name-mend-oneself = Один человек не может быть наставником самому себе
notice-order-named = Участники внесены в приказ.
notice-order-named-no-more = Участник убран из приказа.
order-against-nobody = Приказ никого не называет. Внесите тех, кого он назначает
order-against-alone = нет ни одного наставляемого
order-against-oneself = один человек записан и наставником, и наставляемым
order-mend-early = Проверьте год: приказ не может быть раньше { $day }
order-mend-late = Проверьте дату: { $day } — больше чем через год после подписания
order-read-on = Ознакомлен
order-read-today = подписал сегодня
order-read-not = ещё не подписал
notice-order-drafted = Проект приказа готов.
notice-order-sent = Отмечено: приказ на подписи.
notice-order-discarded = Проект отложен. Он остался в журнале.
notice-order-registered = Приказ зарегистрирован. Ниже видно, какие строки дорожной карты он закрыл.
notice-order-ended = Записано: приказ больше не действует с указанного дня.
notice-order-people = Люди добавлены в лист ознакомления.
notice-order-read = Ознакомление записано.

order-about-introduction = о внедрении наставничества
order-about-roadmap = об утверждении дорожной карты
order-about-curator = о назначении куратора
order-about-mentors = о назначении наставников
order-about-pairs = о закреплении пар и групп
order-about-plans = об утверждении планов и программ
order-about-pair_change = о замене, продлении, досрочном завершении
order-about-completion = о завершении программ
order-about-final_event = об итоговом мероприятии
order-about-encouragement = о поощрении
order-about-accessibility = о мерах доступности
order-about-association = об объединении наставников
order-about-release = об освобождении от уроков с заменой
order-about-file_access = о допуске к личному делу
order-about-other = о другом

order-state-draft = проект
order-state-for_signature = на подписи
order-state-signed = подписан
order-state-in_force = действует
order-state-changed = действует с изменениями
order-state-ceased = не действует
order-state-discarded = отложен

order-with-scan = { $state }, скан приложен
order-without-scan = { $state }, скана нет
order-scan-here = скан приложен
order-scan-lacks = без скана
orders-scan = Скан
orders-any-scan = есть или нет
orders-no-scan = без скана
orders-bare = { $count ->
    [one] Без скана { $count } подписанный приказ
    [few] Без скана { $count } подписанных приказа
   *[other] Без скана { $count } подписанных приказов
}

scans = Скан подписанного документа
scans-none = Скана пока нет.
scan-attach = Приложить скан
scan-replace = Приложить другой скан
scan-file = Скан
scan-hint = PDF или снимок (JPG, PNG), до { $most }. Прежний скан останется рядом с новым
scan-given = приложен { $day }
scan-earlier = прежний
scan-mend-type = Это не скан. Подойдут PDF, JPG и PNG
scan-mend-unsigned = Сначала внесите номер и дату подписанного приказа
notice-scan = Скан приложен.
event-scan_attached = Приложен скан

event-order_drafted = Подготовлен проект приказа
event-order_changed = Изменён приказ
event-order_sent = Приказ отдан на подпись
event-order_registered = Зарегистрирован приказ
event-order_ceased = Прекращено действие приказа
event-order_discarded = Проект приказа отложен
event-order_concerns = Человек внесён в лист ознакомления
event-order_taken_off = Человек убран из листа ознакомления
event-order_names = Приказ называет участника
event-order_names_no_more = Участник убран из проекта приказа
event-mistake_marked = Запись признана ошибочной
event-order_read = Человек ознакомлен с приказом
