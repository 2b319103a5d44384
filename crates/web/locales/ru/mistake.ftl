# Записи, признанные ошибочными.

mistake-link = запись ошибочна
mistake-title = Признать запись ошибочной
mistake-of-order = Приказ № { $said } от { $day }
mistake-of-order-ending = Прекращение приказа № { $said } с { $day }
mistake-of-addendum = Допсоглашение № { $said } от { $day }
mistake-of-addendum-ending = Досрочное окончание допсоглашения № { $said }, последний день { $day }
mistake-of-consent = { $said }, подписано { $day }
mistake-of-consent-withdrawal = Отзыв: { $said }, { $day }
mistake-of-guardian = Законный представитель: { $said }, записан с { $day }
mistake-of-guardian-ending = Окончание представительства: { $said }, { $day }
mistake-follows-order = Приказ перестанет учитываться: строки дорожной карты, которые он закрыл, откроются снова, номер освободится.
mistake-follows-order-ending = Приказ снова будет действовать.
mistake-follows-addendum = Допсоглашение уйдёт из списка и из ведомости выплат, номер освободится.
mistake-follows-addendum-ending = Допсоглашение снова будет действовать до конца срока.
mistake-follows-consent = Согласие перестанет учитываться. Если другого такого нет, человек выйдет из баз.
mistake-follows-consent-withdrawal = Согласие снова будет действовать. В базы человека нужно внести заново.
mistake-follows-guardian = Этот человек не будет считаться представителем ни на какой день.
mistake-follows-guardian-ending = Этот человек останется представителем и дальше.
mistake-history = Запись не удаляется: она останется в истории зачёркнутой, с вашей причиной.
mistake-reason = Почему это ошибка
mistake-reason-hint = Например: дата взята с другой бумаги
mistake-do = Признать ошибочной
mistake-refused = Запись пока не тронута
mistake-mend-reason = Напишите, почему запись ошибочна
mistake-mend-long = Причина длиннее { $limit } знаков. Сократите её
mistake-mend-nothing = Здесь нечего признавать ошибочным
mistake-rested = { $count ->
    [one] На эту запись опирается ещё { $count } запись. Сначала разберитесь с ней.
    [few] На эту запись опираются ещё { $count } записи. Сначала разберитесь с ними.
   *[many] На эту запись опираются ещё { $count } записей. Сначала разберитесь с ними.
}
notice-mistake-marked = Запись признана ошибочной и больше не учитывается.
mistakes-title = { $count ->
    [one] { $count } запись признана ошибочной
    [few] { $count } записи признаны ошибочными
   *[many] { $count } записей признаны ошибочными
}
