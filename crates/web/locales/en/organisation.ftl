# The card of the organisation.

section-organisation = Organisation
organisation-under = { $kind }. These requisites go into orders and forms
organisation-edit = Change the card
organisation-refused = The card is not saved yet
organisation-name = Short name
organisation-full-name = Full name by the charter
organisation-kind = Kind of organisation
organisation-taxpayer = Taxpayer number
organisation-registration = Registration number
organisation-address = Address
organisation-settlement = Settlement
organisation-settlement-hint = As beside a signature
organisation-phone = Telephone
organisation-email = E-mail
organisation-site = Site
organisation-zone = Time zone
organisation-zone-hint = It decides what day it is
organisation-unknown = not given
organisation-mend-name = Write the short name
organisation-mend-long = Shorten it: { $limit } characters fit here
organisation-mend-taxpayer = Check the taxpayer number: that of an organisation has 10 digits, and the last one must fit
organisation-mend-registration = Check the registration number: it has 13 digits, and the last one must fit
notice-organisation-saved = The card of the organisation is saved.

organisation-mend-zone = Choose a time zone from the list
organisation-mend-level = An organisation of this level cannot stand here

zone-kaliningrad = Kaliningrad, MSK−1
zone-moscow = Moscow, MSK
zone-samara = Samara, MSK+1
zone-yekaterinburg = Yekaterinburg, MSK+2
zone-omsk = Omsk, MSK+3
zone-novosibirsk = Novosibirsk, MSK+4
zone-krasnoyarsk = Krasnoyarsk, MSK+4
zone-irkutsk = Irkutsk, MSK+5
zone-yakutsk = Yakutsk, MSK+6
zone-vladivostok = Vladivostok, MSK+7
zone-magadan = Magadan, MSK+8
zone-kamchatka = Petropavlovsk-Kamchatsky, MSK+9

sizes = Sizes of groups
sizes-under = Shares are counted of them: coverage, consents, participation
sizes-none = Not given yet. Without them no share in percent can be counted.
sizes-add = Give a size
sizes-refused = The size is not saved yet
sizes-group = Group
sizes-number = How many people
sizes-from-hint = The former size stays true until this day
sizes-mend-group = Choose a group
sizes-mend-number = Write the number of people in figures
notice-size-set = The size is saved.
