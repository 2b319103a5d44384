# Роли, должности, виды организаций.

role-curator = куратор
role-head = руководитель
role-deputy = заместитель руководителя
role-mentor = наставник
role-mentee = наставляемый
role-psychologist = педагог-психолог
role-guardian = законный представитель
role-teacher = педагог
role-municipal_centre = специалист муниципального центра
role-regional_centre = специалист регионального центра
role-auditor = проверяющий

position-head = руководитель организации
position-deputy_head = заместитель руководителя
position-deputy_academic = заместитель по учебной работе
position-deputy_upbringing = заместитель по воспитательной работе
position-administration = администрация
position-curator = куратор наставничества
position-methodical_head = руководитель методического объединения
position-methodical_association = член методического объединения
position-psychologist = педагог-психолог
position-social_pedagogue = социальный педагог
position-class_teacher = классный руководитель
position-teacher = педагог
position-mentor = наставник
position-mentee = наставляемый
position-student = обучающийся
position-guardian = законный представитель
position-graduate = выпускник
position-site_admin = администратор сайта
position-project_group = член рабочей группы
position-municipal_centre = специалист муниципального центра
position-regional_centre = специалист регионального центра
position-partner = представитель партнёра
position-other = другое

kind-school = школа
kind-kindergarten = детский сад
kind-college = колледж
kind-additional_education = организация дополнительного образования
kind-municipal_centre = муниципальный центр
kind-regional_centre = региональный центр

group-students = Обучающиеся
group-students_10_19 = Обучающиеся от 10 до 19 лет
group-teachers = Педагоги
group-novice_teachers = Педагоги первых трёх лет работы
group-guardians = Родители и законные представители
group-graduates = Выпускники
group-partners = Партнёры
