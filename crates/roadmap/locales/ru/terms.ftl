# Слова, из которых складываются замечания.

month-1 = январь
    .of = января
month-2 = февраль
    .of = февраля
month-3 = март
    .of = марта
month-4 = апрель
    .of = апреля
month-5 = май
    .of = мая
month-6 = июнь
    .of = июня
month-7 = июль
    .of = июля
month-8 = август
    .of = августа
month-9 = сентябрь
    .of = сентября
month-10 = октябрь
    .of = октября
month-11 = ноябрь
    .of = ноября
month-12 = декабрь
    .of = декабря

column-number = Номер
column-stage = Этап
column-sub-stage = Подэтап
column-activity = Мероприятие
column-deadline = Сроки
column-start-date = Начало
column-end-date = Окончание
column-responsible = Ответственные
column-result = Ожидаемый результат
column-indicator = Показатель
column-audience = Участники
column-form = Форма
column-note = Примечание
column-other = Другое

severity-error = ошибка
severity-warning = предупреждение
severity-note = к сведению

place-table = таблица { $table }
place-row = строка { $row }
place-column = столбец «{ $column }»
place-text = текст вне таблиц, абзац { $row }
place-document = документ целиком
help-label = что сделать

stage-preparation = подготовка условий
stage-mentees = база наставляемых
stage-mentors = база наставников
stage-training = отбор и обучение наставников
stage-pairs = формирование пар и групп
stage-work = работа пар и групп
stage-completion = завершение наставничества
stage-information = информационная поддержка

model-students = распоряжение № Р-145 о наставничестве обучающихся
model-teachers = рекомендации 2021 года о наставничестве педагогических работников

step-data-consent = согласия на обработку персональных данных
step-consent = согласия на наставничество
step-mentees = база наставляемых
step-mentors = база наставников
step-selection = отбор наставников
step-training = обучение наставников
step-pairs = формирование пар
step-order = приказ о закреплении пар
step-first-meeting = первая встреча
step-plans = индивидуальные планы
step-meetings = встречи пар
step-work = работа пар
step-final = итоговая встреча
step-diagnostics = диагностика участников
step-accounting = персонифицированный учёт
step-publication = публикация

paper-consent = письменное согласие наставника
paper-addendum = дополнительное соглашение к трудовому договору
paper-pay = условия выплаты наставнику

kind-school = школа
kind-kindergarten = детский сад
kind-college = колледж
kind-supplementary = организация дополнительного образования
kind-municipality = муниципалитет

group-period = Период и даты
group-order = Порядок шагов
group-numbering = Нумерация
group-missing = Чего не хватает
group-column = Не тот столбец
group-figure = Показатели
group-reference = Ссылки на события
group-placeholder = Заготовки
group-foreign = Чужие названия
group-model = Целевая модель
group-law = Акты и обязанности
group-coverage = Охват
group-guess = Догадки

guide-title = Замечания к дорожной карте
guide = Estafeta проверяет карту при загрузке и командой `estafeta check`. У каждого замечания свой код: он не меняется, на него можно сослаться.
    Тот же текст показывает `estafeta explain КОД`. С ошибкой строка не станет делом; предупреждение — скорее всего, задумано иначе; «к сведению» — только знать.
guide-example = Пример
guide-mend = Как поправить
explain-unknown = Кода { $code } нет. Ближайший — { $nearest }: { $title }
place-empty = (пусто)
summary-errors = ошибок: { $n }
summary-warnings = предупреждений: { $n }
summary-notes = к сведению: { $n }
