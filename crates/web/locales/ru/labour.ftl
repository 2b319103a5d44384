# Допсоглашения по статье 351.8 ТК РФ и реестр выплат.

section-addenda = Допсоглашения
addenda-title = Допсоглашения с наставниками
addenda-under = { $count ->
    [0] По статье 351.8 ТК РФ работник наставничает по согласию и допсоглашению
    [one] Сегодня действует { $count } допсоглашение
    [few] Сегодня действуют { $count } допсоглашения
   *[other] Сегодня действуют { $count } допсоглашений
}
addenda-find = Найти: фамилия или номер
addenda-signed = Подписанные
addenda-show = Какие показать
addenda-all = Все
addenda-acting = Действуют сегодня
addenda-ended = Закончились
addenda-empty = Допсоглашений пока нет
addenda-empty-how = Когда в базе появится наставник из работников, здесь будет сказано, какая бумага ему нужна.
addenda-nothing = Таких допсоглашений нет
addenda-waiting = Кому ещё нужно допсоглашение
addenda-waiting-note = { $count ->
    [one] { $count } наставник
    [few] { $count } наставника
   *[other] { $count } наставников
}
addenda-waiting-step = Что есть и что дальше
addenda-has-consent = Согласие на наставничество подписано { $day }
addenda-no-consent = Нет письменного согласия на наставничество
addendum-record = Внести допсоглашение
addendum-new = Допсоглашение о наставничестве
addendum-of = Допсоглашение № { $number }, { $name }
addendum-whose = Наставник
addendum-number = Номер
addendum-number-hint = Номер допсоглашения к этому трудовому договору
addendum-signed-on = Подписано
addendum-signed-hint = День, когда подписали обе стороны
addendum-contract = Трудовой договор
addendum-contract-hint = Номер договора, который дополняется
addendum-contract-on = Дата трудового договора
addendum-consent = Согласие подписано
addendum-consent-first = Сначала согласие, потом допсоглашение: так требует статья 351.8.
addendum-needless = Наставничество уже входит в трудовую функцию, допсоглашение не обязательно:
addendum-content = Содержание работы
addendum-content-hint = Что делает наставник и для кого: «помощь молодому учителю: планирование уроков, взаимное посещение, разбор»
addendum-from = Работа с
addendum-to = Работа по
addendum-term = Срок
addendum-mode = Форма выполнения
addendum-mode-none = Выберите
labour-mode-one_in_presence = один наставляемый, очно
labour-mode-one_at_distance = один наставляемый, дистанционно
labour-mode-group_in_presence = группа, очно
labour-mode-group_at_distance = группа, дистанционно
labour-mode-mixed = очно и дистанционно
addendum-pay = Выплата
addendum-pay-how = Как установлена выплата
addendum-how-monthly = суммой в месяц, ₽
addendum-how-share = долей оклада, %
addendum-pay-hint = Число: 3 000 или 12,5. Размер закон не называет, его устанавливает школа
addendum-pay-monthly = { $sum } ₽ в месяц
addendum-pay-share = { $share } оклада в месяц
addendum-ground = Чем установлена выплата
addendum-ground-hint = «п. 4.7 положения об оплате труда»
addendum-refused = Допсоглашение пока не внесено
addendum-ended-early = прекращено досрочно
addendum-must-end = Согласие отозвано { $day }: оформите прекращение
addendum-refused-by-mentor = Наставник отказался
addendum-cancelled = Работодатель отменил поручение, уведомил
addendum-end = Прекратить досрочно
addendum-end-refused = Прекращение пока не записано
addendum-who = Кто прекращает
addendum-who-mentor = наставник отказался досрочно
addendum-who-employer = работодатель отменил поручение
addendum-told-on = День заявления или уведомления
addendum-last = Последний день работы
addendum-last-hint = Работодатель предупреждает не менее чем за три рабочих дня: при уведомлении сегодня — не раньше { $day } Наставник отказывается с любого дня.
addendum-mend-employee = Этот человек не работник организации: ему нужно заявление о добровольном участии, а не допсоглашение
addendum-mend-future = Допсоглашение ещё не подписано: дата позже сегодняшней
addendum-mend-begins = Работа не начинается раньше подписания, { $day }
addendum-mend-taken = К этому договору допсоглашение с таким номером уже внесено. Укажите другой номер
addendum-mend-consent = Сначала внесите письменное согласие на наставничество: без него допсоглашение не действует
addendum-mend-before = Согласие подписано { $day }, допсоглашение не может быть раньше
addendum-mend-number = Укажите номер допсоглашения
addendum-mend-content = Напишите, в чём состоит работа: закон требует указать содержание
addendum-mend-term = Укажите последний день работы, не раньше первого: закон требует указать срок
addendum-mend-mode = Выберите форму выполнения: закон требует её указать
addendum-mend-pay = Укажите выплату числом больше нуля: 3 000 рублей или 12,5 % (не больше 100 %)
addendum-mend-ground = Укажите, каким актом установлена выплата
addendum-mend-who = Выберите, кто прекращает
addendum-mend-told = День заявления — не раньше подписания, { $day }, и не позже сегодняшнего дня
addendum-mend-soon = Работодатель предупреждает не менее чем за три рабочих дня: последний день работы — не раньше { $day }
addendum-mend-contract = Трудовой договор не может быть позже допсоглашения, { $day }
addendum-mend-early = Проверьте год: раньше { $day } такой бумаги быть не могло
addendum-doubt-overlap = На дни с { $from } по { $to } у человека уже есть допсоглашение: будет две выплаты. Если так и надо, отметьте внизу и отправьте ещё раз
addendum-doubt-long = Срок больше { $months } месяцев — дольше любой программы. Если так и надо, отметьте внизу и отправьте ещё раз
addendum-sure = Всё верно, записать так
addendum-mend-outside = Последний день должен быть внутри срока допсоглашения
addendum-mend-ended = Оно уже прекращено, последний день { $day }
notice-addendum-signed = Допсоглашение внесено
notice-addendum-ended = Прекращение записано. Последний день виден в реестре выплат

pay-title = Реестр выплат за наставничество
pay-under = { $days ->
    [one] { $month }, { $days } рабочий день. За какие дни кому и по какому допсоглашению — для бухгалтера
    [few] { $month }, { $days } рабочих дня. За какие дни кому и по какому допсоглашению — для бухгалтера
   *[other] { $month }, { $days } рабочих дней. За какие дни кому и по какому допсоглашению — для бухгалтера
}
pay-months = Месяц
pay-file = Файл для бухгалтера
pay-empty = В этом месяце ни одно допсоглашение не действует
pay-empty-how = Выберите другой месяц или внесите допсоглашения.
pay-days = За дни
pay-post = Должность
pay-working = Рабочих дней
pay-working-month = Рабочих дней в месяце
pay-roubles = Рублей в месяц
pay-percent = Процентов оклада

chain-no-consent = нет письменного согласия на наставничество
chain-no-addendum = нет допсоглашения к трудовому договору
chain-addendum-early = допсоглашение от { $addendum } раньше согласия от { $consent }
chain-order-early = приказ от { $order } раньше допсоглашения от { $addendum }
chain-meeting-early = первая встреча { $meeting } раньше приказа от { $order }
order-labour = { $name }: { $what }
order-labour-why = Статья 351.8 ТК РФ: согласие, затем допсоглашение, затем приказ.
order-labour-mend = Допсоглашения

event-addendum_signed = Внесено допсоглашение с наставником
event-addendum_ended = Прекращено допсоглашение с наставником
