# What the command line says of itself.

usage-unknown-argument = Параметра «{ $argument }» здесь нет; все параметры: { $help }
usage-unknown-argument-near = Параметра «{ $argument }» здесь нет, похож «{ $near }»; все параметры: { $help }
usage-unknown-command = Команды «{ $argument }» нет; все команды: { $help }
usage-unknown-command-near = Команды «{ $argument }» нет, похожа «{ $near }»; все команды: { $help }
usage-missing = Не хватает: { $argument }; как писать: { $help }
usage-no-command = Не сказано, что сделать; все команды: { $help }
usage-value = «{ $value }» не подходит для { $argument }; можно: { $allowed }
usage-value-wrong = «{ $value }» не подходит для { $argument }; как писать: { $help }
usage-value-empty = Для { $argument } нужно значение; как писать: { $help }
usage-value-empty-choice = Для { $argument } нужно значение: { $allowed }
usage-conflict = { $argument } и { $other } вместе не ставят; как писать: { $help }
usage-twice = { $argument } указан дважды; оставьте один
usage-other = Командная строка не понята; как писать: { $help }

check-years = --period: ожидаются годы, например 2025-2026, а написано «{ $value }»
check-folder = это папка; назовите файл карты
check-too-large = файл больше { $most } МБ; сохраните карту отдельным файлом, без картинок
check-not-found = такого файла нет; проверьте имя и папку, в которой вы находитесь
check-no-right = нет права читать этот файл; откройте его для чтения или скопируйте к себе
check-not-opened = файл не открывается: { $reason }
check-silent = замечаний нет
check-sum = { $file }: строк { $rows }; { $sum }

explain-none = Кода { $code } нет. Все коды: estafeta explain
explain-words = Кода «{ $code }» нет. По словам подходят: { $found }
