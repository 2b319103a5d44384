# Библиотека актов, ознакомление, обращения.

event-local_act_changed = Изменены сведения об акте
event-act_concern_named = Назначено ознакомление с актом
event-act_concern_ended = Ознакомление с актом больше не требуется
event-act_read = Человек ознакомлен с актом
event-petition_made = Подано обращение
event-petition_answered = Дан ответ на обращение
event-petition_withdrawn = Обращение отозвано
