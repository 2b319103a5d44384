# Вход, приглашение, личные настройки, учебная школа.

sign-in-refused = Войти не получилось
sign-in-mend-wrong = Проверьте почту и пароль: такой пары нет
sign-in-mend-wait = Попробуйте снова через { $minutes } { $minutes ->
    [one] минуту
    [few] минуты
   *[other] минут
}: неверный пароль вводили слишком часто
sign-in-lost = Не получается войти?
sign-in-lost-how = Попросите куратора или директора вашей организации: на вашей странице, в разделе «Доступ», есть «Ссылка для нового пароля». Если попросить некого, пароль меняет тот, у кого стоит программа: команда estafeta user reset.
renew-title = Придумайте новый пароль
renew-under = Для входа с логином { $login }. Прежний пароль и все прежние входы перестанут действовать.
renew-refused = Пароль пока не сменён
renew-do = Сменить пароль и войти
renew-gone = Ссылка больше не действует
renew-gone-how = Ею уже воспользовались, прошли сутки или сделана новая. Попросите ещё одну.
sign-in-personas = Посмотреть на учебной школе
sign-in-personas-how = весь год за час, ничего не испортить
sign-out = Выйти

accept-title = { $organisation } приглашает
accept-under = { $name }, придумайте пароль, чтобы входить в «Эстафету». Ваша роль: { $role }.
accept-login = Почта или логин
accept-login-hint = Это вы будете писать при входе
accept-password = Новый пароль
accept-password-hint = Не короче { $length } знаков. Несколько слов подряд запомнить легче, чем набор букв.
accept-refused = Пароль пока не записан
accept-gone = Приглашение больше не действует
accept-gone-how = Ссылка открывается один раз и живёт несколько дней. Попросите того, кто её прислал, сделать новую.
account-mend-login-taken = Такой логин уже занят. Возьмите другой, например почту
account-mend-short = Добавьте знаков: нужно не меньше { $length }
account-mend-long = Сократите пароль до { $length } знаков

account-title = Настройки
account-under = Пароль, устройства, язык и вид страниц
account-password = Пароль
account-password-new = Новый пароль
account-password-do = Сменить пароль
notice-password-changed = Пароль сменён. На других устройствах нужно войти заново.
account-sessions = Где вы вошли
account-sessions-under = Незнакомое устройство? Выйдите везде и смените пароль.
account-session-here = это устройство
account-session-seen = Последний раз
account-session-unknown = неизвестное устройство
account-sign-out-everywhere = Выйти на всех устройствах

personas-title = Кем посмотреть
personas-roles = Роли
personas-under = Учебный городок: выдуманные люди и настоящая работа. Ничего не испортить.
personas-enter = Войти

accept-join = Вы уже вошли как { $login }. Можно присоединиться этой же учётной записью
accept-join-do = Присоединиться
notice-joined = Вы присоединились к организации.

account-refused = Пока ничего не изменено
account-no-password = Пароля пока нет
account-no-password-why = Сейчас войти можно только с этого устройства. Придумайте пароль, чтобы входить с любого.
account-password-old = Прежний пароль
account-password-set = Придумать пароль
account-mend-easy = Такой пароль легко угадать. Возьмите несколько слов подряд
account-mend-holds-login = В пароле не должно быть логина
account-mend-old = Прежний пароль другой. Проверьте раскладку
account-login = Логин
account-login-do = Сменить логин
account-mend-login-length = Логин должен быть от 3 до 100 знаков
account-mend-login-spaces = Уберите из логина пробелы
notice-login-changed = Логин сменён.
account-session-device = Устройство
account-session-since = Вход
account-organisations = Организации
account-organisation-here = сейчас здесь
account-organisation-go = Перейти: { $name }
notice-organisation-switched = Вы перешли в другую организацию.
sign-in-mend-nowhere = Доступ к организации закончился. Попросите её куратора прислать новое приглашение
notice-no-password-yet = Сначала придумайте пароль: без него войти снова будет нельзя.
