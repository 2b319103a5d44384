# Карточка организации.

section-organisation = Организация
organisation-under = { $kind }. Реквизиты попадают в приказы и бланки
organisation-edit = Изменить карточку
organisation-refused = Карточка пока не записана
organisation-name = Краткое название
organisation-full-name = Полное название по уставу
organisation-kind = Вид организации
organisation-taxpayer = ИНН
organisation-registration = ОГРН
organisation-address = Адрес
organisation-settlement = Населённый пункт
organisation-settlement-hint = Как рядом с подписью: «г. Тосно»
organisation-phone = Телефон
organisation-email = Почта
organisation-site = Сайт
organisation-zone = Часовой пояс
organisation-zone-hint = От него зависит, какой сегодня день
organisation-unknown = не указано
organisation-mend-name = Напишите краткое название
organisation-mend-long = Сократите: здесь помещается { $limit } знаков
organisation-mend-taxpayer = Проверьте ИНН: у организации в нём 10 цифр, и последняя должна сойтись
organisation-mend-registration = Проверьте ОГРН: в нём 13 цифр, и последняя должна сойтись
notice-organisation-saved = Карточка организации записана.

organisation-mend-zone = Выберите часовой пояс из списка
organisation-mend-level = Организация этого уровня не может стоять здесь

zone-kaliningrad = Калининград, МСК−1
zone-moscow = Москва, МСК
zone-samara = Самара, МСК+1
zone-yekaterinburg = Екатеринбург, МСК+2
zone-omsk = Омск, МСК+3
zone-novosibirsk = Новосибирск, МСК+4
zone-krasnoyarsk = Красноярск, МСК+4
zone-irkutsk = Иркутск, МСК+5
zone-yakutsk = Якутск, МСК+6
zone-vladivostok = Владивосток, МСК+7
zone-magadan = Магадан, МСК+8
zone-kamchatka = Петропавловск-Камчатский, МСК+9

sizes = Численность групп
sizes-under = От неё считаются доли: охват, согласия, участие
sizes-none = Пока не указана. Без неё доли в процентах не посчитать.
sizes-add = Указать численность
sizes-refused = Численность пока не записана
sizes-group = Группа
sizes-number = Сколько человек
sizes-from-hint = Прежняя численность остаётся верной до этого дня
sizes-mend-group = Выберите группу
sizes-mend-number = Напишите число людей цифрами
notice-size-set = Численность записана.
