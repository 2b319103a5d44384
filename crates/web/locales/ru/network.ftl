# Сеть: что сделано в организациях ниже, счётом без имён.

section-network = Школы
network-title = Как школы выполняют дорожные карты
network-under = { $count ->
    [0] Здесь будут организации, которые подчиняются вашему центру
    [one] { $count } организация. Виден только счёт: имена и документы остаются в школе
    [few] { $count } организации. Виден только счёт: имена и документы остаются в школе
   *[other] { $count } организаций. Виден только счёт: имена и документы остаются в школе
}
network-find = Найти: название организации
network-nothing = Ничего не нашлось
network-nothing-how = Проверьте название или покажите все организации.
network-clear = Показать все
network-column-name = Организация
network-column-positions = Позиций
network-column-done = Сделано
network-column-on-time = В срок
network-column-overdue = Просрочено
network-column-last = Последнее дело
network-sort = Упорядочить: { $column }
network-no-roadmap = Дорожная карта ещё не действует
network-never = пока ничего
network-month = Срок
network-tasks = Дел
network-months = По срокам
network-undated = без срока
network-views = Как смотреть
network-by-school = По школам
network-by-stage = По этапам
network-by-month = По месяцам
network-xlsx = Скачать для Excel
network-csv = csv
network-selections = Какие школы показать
network-all = Все, { $count }
network-late = Отстают, { $count }
network-none = Без дорожной карты, { $count }
network-of-stage = Этап: { $stage }
network-of-month = Срок: { $month }
network-no-stage = Вне этапов
network-whole = Показать всю карту
network-nothing-here = Здесь этого нет
network-stage = Этап
network-late-schools = Школ отстаёт
network-of-schools = из { $count }
network-no-roadmaps = Считать пока нечего
network-no-roadmaps-how = Этапы и сроки появятся, когда хотя бы одна школа утвердит дорожную карту.
network-column-kind = Вид
network-column-above = Муниципалитет
network-column-share = Сделано, %
