# Слова, общие для всех страниц: даты, числа, состояния, каркас.

brand = Эстафета
language-name = Русский

## Даты и числа

date-full = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
} { $year } г.
date-day = { $day } { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
date-month = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
} { $year } г.
date-weekday = { $number ->
    [1] понедельник
    [2] вторник
    [3] среда
    [4] четверг
    [5] пятница
    [6] суббота
   *[7] воскресенье
}
date-window = с { $from } по { $to }

size-bytes = { $count } { $count ->
    [one] байт
    [few] байта
   *[other] байт
}
size-kib = { $size } КБ
size-mib = { $size } МБ

## Состояния

status-todo = Не начато
status-going = В работе
status-soon = Срок { $day }
status-waiting = Ждём { $name }
status-overdue = Просрочено на { $days } { $days ->
    [one] день
    [few] дня
   *[other] дней
}
status-done = Сделано
status-late = С опозданием
status-not-applicable = Не применяется
holder-me = у вас
holder-other = у { $name }
track-label = Строки дорожной карты по разделам
track-row = Строка { $row }: { $status }
track-legend = Обозначения
legend-overdue = просрочено
legend-word = { $word }

## Замечания и отказы

remark-mend = Исправить
remark-look = Посмотреть
remark-know = К сведению
refusal-places = { $count ->
    [one] Исправьте { $count } место
    [few] Исправьте { $count } места
   *[other] Исправьте { $count } мест
}
form-optional = (можно не заполнять)
form-mend-day = Напишите день, например 01.09.2026
form-mend-large = Файл больше { $most }. Уменьшите его: сожмите картинки или сохраните как PDF

## Списки

filters-show = Показать
filters-more = Отобрать точнее
pager-label = Страницы списка
pager-rows = { $from }–{ $to } из { $all }
pager-next = Дальше

## Каркас

skip = Перейти к содержанию
side-label = Разделы
bottom-label = Быстрые переходы
crumbs-label = Где вы
menu = Меню
menu-close = Закрыть меню
section-kit = Детали
view-large = Для слабовидящих
view-usual = Обычный вид
view-dark = Тёмная тема
view-light = Светлая тема

printed = Распечатано { $day } · { $name }
section-guide = Справка
