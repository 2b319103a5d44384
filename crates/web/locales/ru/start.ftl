# Первый запуск.

start-title = Начало работы
start-promise = Принесите дорожную карту. Каждая её строка станет делом со сроком и ответственным
start-school = Как называется ваша организация
start-do = Начать работу
start-how = Как читаются сроки
start-how-month = «Май - 2024»
start-how-month-read = до 31 мая 2024 г.
start-how-range = «Декабрь – апрель 2024»
start-how-range-read = с 1 декабря 2023 г. по 30 апреля 2024 г.
start-how-monthly = «Ежемесячно 25 числа»
start-how-monthly-read = двенадцать сроков, выходные переносятся
start-refused = Начать пока не получилось
start-mend-school = Напишите название организации

start-curator = Куратор
start-mend-founded = Здесь уже работают. Войдите или попросите приглашение у куратора
start-how-it-goes = Как начнётся год
start-step-name = Назовите организацию: пароль и остальное подождут.
start-step-roadmap = Загрузите файл дорожной карты или возьмите образец.
start-step-people = Добавьте людей, и у каждой строки появятся ответственный и срок.
start-file = Дорожная карта
start-file-hint = Файл Word, Excel, LibreOffice или текст. Можно загрузить и позже.
