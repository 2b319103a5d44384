//! Who is whom where a list arrives: what is certain, what is asked, what is somebody new.

use jiff::civil::date;
use uuid::Uuid;

use super::*;

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn known(number: u128, name: &str) -> KnownPerson {
    KnownPerson {
        id: id(number),
        name: PersonName::parse(name),
        former: Vec::new(),
        birth: None,
        classes: Vec::new(),
        phone: String::new(),
        email: String::new(),
        wards: Vec::new(),
    }
}

fn listed(row: u32, name: &str) -> ListedPerson {
    ListedPerson {
        place: ListPlace { sheet: 0, row },
        name: PersonName::parse(name),
        ..ListedPerson::default()
    }
}

fn fate(listed: &[ListedPerson], known: &[KnownPerson]) -> Vec<Fate> {
    sort_out(listed, known, &BTreeMap::new()).fates.into_values().collect()
}

fn same(number: u128) -> Fate {
    Fate::Same(Other::Known(id(number)))
}

#[test]
fn a_list_that_was_taken_before_brings_nobody_new() {
    let people = [known(1, "Алёшина Фёкла Ильинична"), known(2, "Яшин Пётр Ильич")];
    let list = [listed(2, "Алешина Фекла Ильинична"), listed(3, "Яшин Петр Ильич")];
    assert_eq!(fate(&list, &people), [same(1), same(2)]);
}

#[test]
fn another_day_of_birth_is_another_person_and_the_same_one_outweighs_the_class() {
    let mut person = known(1, "Иванов Иван Ильич");
    person.birth = Some(date(2012, 3, 1));
    person.classes = vec!["7А".into(), "8А".into()];
    let of = |birth, class: &str| ListedPerson {
        birth_date: birth,
        class: class.into(),
        ..listed(2, "Иванов Иван Ильич")
    };
    for (row, expected) in [
        (of(Some(date(2012, 3, 1)), "9В"), same(1)),
        (of(Some(date(2012, 3, 2)), "7А"), Fate::New),
        (of(None, "7а"), same(1)),
        (of(None, "8 А"), same(1)),
        (of(None, "5Б"), Fate::Waits),
    ] {
        let class = row.class.clone();
        assert_eq!(fate(&[row], std::slice::from_ref(&person)), [expected], "{class}");
    }
}

#[test]
fn namesakes_take_a_row_each_and_a_single_row_of_two_namesakes_waits() {
    let people = [known(1, "Иванов Иван Ильич"), known(2, "Иванов Иван Ильич")];
    let row = |number| listed(number, "Иванов Иван Ильич");
    assert_eq!(fate(&[row(2), row(3)], &people), [same(1), same(2)]);
    assert_eq!(fate(&[row(2)], &people), [Fate::Waits]);
}

#[test]
fn initials_and_a_changed_surname_are_asked_about_and_the_answer_decides() {
    let mut married = known(1, "Орлова Анна Львовна");
    married.former = vec!["Тихомирова".into()];
    let people = [married, known(2, "Келлер Елена Викторовна")];
    let list = [listed(2, "Тихомирова Анна Львовна"), listed(3, "Келлер Е. В.")];
    let first = sort_out(&list, &people, &BTreeMap::new());
    assert_eq!(first.fates.into_values().collect::<Vec<_>>(), [Fate::Waits, Fate::Waits]);
    let whom = |row| Whom { place: ListPlace { sheet: 0, row }, guardian: None };
    assert_eq!(first.questions[0].other, Other::Known(id(1)));
    let said = BTreeMap::from([(whom(2), Said::Same), (whom(3), Said::Different)]);
    let second = sort_out(&list, &people, &said);
    assert_eq!(second.fates.into_values().collect::<Vec<_>>(), [same(1), Fate::New]);
    assert_eq!(second.questions.len(), 2, "answers can be changed");
}

#[test]
fn one_teacher_on_two_rows_is_asked_about_and_joined() {
    let list = [listed(2, "Яшин Пётр Ильич"), listed(3, "Яшин Пётр Ильич")];
    assert_eq!(fate(&list, &[]), [Fate::New, Fate::Waits]);
    let whom = |row| Whom { place: ListPlace { sheet: 0, row }, guardian: None };
    let said = BTreeMap::from([(whom(3), Said::Same)]);
    let fates: Vec<_> = sort_out(&list, &[], &said).fates.into_values().collect();
    assert_eq!(fates, [Fate::New, Fate::Same(Other::Row(whom(2)))]);
}

#[test]
fn a_parent_of_two_students_is_one_person_by_the_telephone_and_never_by_the_name_alone() {
    let guardian = |phone: &str| ListedGuardian {
        name: PersonName::parse("Орлова Анна Львовна"),
        phone: phone.into(),
        ..ListedGuardian::default()
    };
    let of = |row, name: &str, phone: &str| ListedPerson {
        guardians: vec![guardian(phone)],
        ..listed(row, name)
    };
    let list =
        [of(2, "Орлов Пётр Ильич", "+79001234567"), of(3, "Орлов Иван Ильич", "+79001234567")];
    let fates = fate(&list, &[]);
    let first = Whom { place: ListPlace { sheet: 0, row: 2 }, guardian: Some(0) };
    assert_eq!(fates, [Fate::New, Fate::New, Fate::New, Fate::Same(Other::Row(first))]);
    let teacher = known(1, "Орлова Анна Львовна");
    let alone = [of(2, "Орлов Пётр Ильич", "+79001234567")];
    assert_eq!(fate(&alone, std::slice::from_ref(&teacher)), [Fate::New, Fate::Waits]);
    let mother = KnownPerson { wards: vec![id(2)], ..teacher };
    let people = [mother, known(2, "Орлов Пётр Ильич")];
    assert_eq!(fate(&[of(2, "Орлов Пётр Ильич", "")], &people), [same(2), same(1)]);
}

#[test]
fn a_class_goes_up_by_one_and_a_group_stays() {
    for (class, expected) in
        [("7А", "8А"), ("11", "12"), ("12", "12"), ("ИС-21", "ИС-21"), ("", "")]
    {
        assert_eq!(next_class(class), expected);
    }
}

#[test]
fn of_two_rows_the_one_with_the_whole_name_is_the_person_and_initials_wait_for_it() {
    let list = [listed(2, "Иванова В. И."), listed(3, "Иванова Вера Ильинична")];
    let sorted = sort_out(&list, &[], &BTreeMap::new());
    let fates: Vec<Fate> = sorted.fates.values().copied().collect();
    assert_eq!(fates, [Fate::Waits, Fate::New]);
    let [question] = sorted.questions[..] else { panic!("{:?}", sorted.questions) };
    let whole = Whom { place: list[1].place, guardian: None };
    assert_eq!((question.whom.place.row, question.other), (2, Other::Row(whole)));
    assert_eq!(question.why, DuplicateReason::Initials);
    let said = BTreeMap::from([(question.whom, Said::Same)]);
    let sorted = sort_out(&list, &[], &said);
    assert_eq!(sorted.fates[&question.whom], Fate::Same(Other::Row(whole)));
}

#[test]
fn children_of_other_classes_and_surnames_are_not_asked_about_for_one_birthday() {
    let of = |row, name: &str, class: &str| ListedPerson {
        birth_date: Some(date(2016, 3, 22)),
        class: class.into(),
        ..listed(row, name)
    };
    let list = [of(2, "Киселёв Тимур Ильич", "3Г"), of(3, "Орлов Тимур Ильич", "9Г")];
    assert_eq!(fate(&list, &[]), [Fate::New, Fate::New]);
    // In one class the surname may have changed.
    let list = [of(2, "Киселёв Тимур Ильич", "3Г"), of(3, "Орлов Тимур Ильич", "3Г")];
    assert_eq!(fate(&list, &[]), [Fate::New, Fate::Waits]);
}

#[test]
fn who_is_written_by_hand_is_compared_with_everybody_for_the_reasons_of_a_list() {
    use DuplicateReason::{FormerSurname, Initials, OtherSurname, SameName, SameNameAndBirth};
    let birth = Some(date(1985, 3, 12));
    let mut born = known(1, "Ёлкина Алёна Петровна");
    born.birth = birth;
    let mut renamed = known(2, "Соснина Алёна Петровна");
    renamed.former = vec!["Ёлкина".into()];
    let mut other = known(3, "Берёзкина Алёна Петровна");
    other.birth = birth;
    let people =
        [known(5, "Пихтина Алёна Петровна"), other, renamed, born, known(4, "Елкина А. П.")];
    let of = |birth_date| ListedPerson {
        birth_date, ..listed(0, "Елкина Алена Петровна")
    };
    let told = |it: &ListedPerson| {
        let found = lookalikes(it, &people).into_iter();
        found.map(|it| (it.id, it.why)).collect::<Vec<_>>()
    };
    let without = [(id(1), SameName), (id(4), Initials), (id(2), FormerSurname)];
    assert_eq!(told(&of(None)), without);
    let with = [
        (id(1), SameNameAndBirth),
        (id(4), Initials),
        (id(2), FormerSurname),
        (id(3), OtherSurname),
    ];
    assert_eq!(told(&of(birth)), with);
    assert_eq!(told(&listed(0, "Громов Пётр Ильич")), []);
}
