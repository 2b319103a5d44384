# Roles, positions, kinds of organisations.

role-curator = curator
role-head = head
role-deputy = deputy head
role-mentor = mentor
role-mentee = mentee
role-psychologist = psychologist
role-guardian = guardian
role-teacher = teacher
role-municipal_centre = specialist of the municipal centre
role-regional_centre = specialist of the regional centre
role-auditor = auditor

position-head = head of the organisation
position-deputy_head = deputy head
position-deputy_academic = deputy for teaching
position-deputy_upbringing = deputy for upbringing
position-administration = administration
position-curator = curator of mentoring
position-methodical_head = head of a methodical association
position-methodical_association = member of a methodical association
position-psychologist = psychologist
position-social_pedagogue = social pedagogue
position-class_teacher = class teacher
position-teacher = teacher
position-mentor = mentor
position-mentee = mentee
position-student = student
position-guardian = guardian
position-graduate = graduate
position-site_admin = administrator of the site
position-project_group = member of the working group
position-municipal_centre = specialist of the municipal centre
position-regional_centre = specialist of the regional centre
position-partner = representative of a partner
position-other = other

kind-school = school
kind-kindergarten = kindergarten
kind-college = college
kind-additional_education = organisation of additional education
kind-municipal_centre = municipal centre
kind-regional_centre = regional centre

group-students = Students
group-students_10_19 = Students from 10 to 19
group-teachers = Teachers
group-novice_teachers = Teachers in their first three years
group-guardians = Parents and other guardians
group-graduates = Graduates
group-partners = Partners
