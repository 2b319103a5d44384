//! Papers to sign: every kind from its sample, data that are never markup, what is refused.
//! Deliberately absent: the wording of the texts (`paper_texts`).

use documents::papers::{self, NotRendered, Paper, PaperKind};
use serde_json::{Value, json};

/// The school of the samples in the instrumental.
const SCHOOL: &str = "муниципальным бюджетным общеобразовательным учреждением «Заречная \
                      средняя общеобразовательная школа»";

fn sample(kind: PaperKind) -> Value {
    serde_json::from_str(papers::example(kind)).expect("samples are JSON")
}

fn made(kind: PaperKind, template: &str) -> Result<Paper, NotRendered> {
    papers::render(kind, template, &sample(kind))
}

/// A text run over data of the data consent with some more.
fn text_of(template: &str, more: Value) -> Result<String, NotRendered> {
    let mut data = sample(PaperKind::DataConsent);
    for (name, it) in more.as_object().expect("more data is an object") {
        data[name] = it.clone();
    }
    papers::render(PaperKind::DataConsent, template, &data).map(|it| it.plain_text())
}

#[test]
fn every_kind_is_made_from_its_sample_and_the_same_each_time() {
    for kind in PaperKind::ALL {
        let paper = made(*kind, papers::text(*kind)).unwrap_or_else(|err| panic!("{kind}: {err}"));
        assert_eq!(paper.docx().unwrap(), paper.docx().unwrap(), "{kind}");
        assert!(!paper.plain_text().is_empty(), "{kind}");
    }
    let kind = PaperKind::PairsOrder;
    let (one, other) = (made(kind, papers::text(kind)), made(kind, papers::text(kind)));
    assert_eq!(one.unwrap().pdf().unwrap(), other.unwrap().pdf().unwrap());
}

#[test]
fn many_papers_are_one_pdf_that_is_smaller_than_they_are_apart() {
    let kind = PaperKind::DataConsent;
    let papers = [made(kind, "Первая"), made(kind, "Вторая\n\n@page\nТретья")];
    let papers = papers.map(Result::unwrap);
    let apart = papers.each_ref().map(|it| it.pdf().unwrap());
    assert_eq!(papers::many_pdf(&papers[..1]).unwrap(), apart[0]);
    let whole = papers::many_pdf(&papers).unwrap().len();
    // The fonts stand in it once.
    assert!(apart[1].len() < whole && whole < apart[0].len() + apart[1].len());
    assert!(papers::many_pdf(&[]).unwrap().starts_with(b"%PDF"));
}

#[test]
fn people_decline_and_keep_their_own_forms() {
    let own = json!({
        "surname": "Гребень", "first": "Лев", "patronymic": "Ильич", "position": "учитель",
        "forms": {"dat": {"surname": "Гребню"}, "ins": "Гребенем Львом Ильичом"},
    });
    let more = json!({ "mentor": own, "name": "Петрова-Водкина Мария Ильинична" });
    for (template, wanted) in [
        ("{{ mentor }}", "Гребень Лев Ильич"),
        ("{{ mentor|dat }}", "Гребню Льву Ильичу"),
        ("{{ mentor|ins|initials }}", "Гребенем\u{a0}Л.\u{a0}И."),
        ("{{ mentor|initials_first }}", "Л.\u{a0}И.\u{a0}Гребень"),
        ("{{ mentor|position_dat }}", "учителю"),
        ("{{ name|dat }}", "Петровой-Водкиной Марии Ильиничне"),
        ("{{ name|by_gender('принявший', 'принявшая') }}", "принявшая"),
        ("{{ mentor.surname }}", "Гребень"),
        ("{{ organisation.full_name|organisation_ins }}", SCHOOL),
    ] {
        assert_eq!(text_of(template, more.clone()).unwrap().trim_end(), wanted, "{template}");
    }
}

#[test]
fn dates_numbers_and_sums_are_written_as_papers_write_them() {
    let more = json!({ "on": "2026-09-01", "to": "2027-05-31", "n": 21, "pay": "5000,50" });
    for (template, wanted) in [
        ("{{ on|date }}", "1\u{a0}сентября 2026\u{a0}г."),
        ("{{ on|date_digits }}", "01.09.2026"),
        ("{{ on|date_words }}", "первого сентября две тысячи двадцать шестого года"),
        (
            "{{ period(on, to) }}",
            "с\u{a0}1\u{a0}сентября 2026\u{a0}г. по\u{a0}31\u{a0}мая 2027\u{a0}г.",
        ),
        ("{{ n|counted('час', 'часа', 'часов') }}", "21\u{a0}час"),
        ("{{ n|words('gen') }}", "двадцати одного"),
        ("{{ pay|money }}", "5\u{a0}000\u{a0}(пять тысяч) рублей 50\u{a0}копеек"),
        ("{{ about('утверждении') }}", "об\u{a0}утверждении"),
        ("{{ true }} {{ 2.5 }}", "да 2,5"),
    ] {
        assert_eq!(text_of(template, more.clone()).unwrap().trim_end(), wanted, "{template}");
    }
}

#[test]
fn signs_in_data_are_letters_and_never_markup() {
    let hostile = "# Ив|ан **жир** {{ number }} @page <br> \\ - > ^";
    let text = text_of("{{ odd }}\n\n| {{ odd }} | б |\n\n## {{ odd }}", json!({ "odd": hostile }));
    let text = text.unwrap().replace('\u{a0}', " ");
    assert_eq!(text, format!("{hostile}\n{hostile}\nб\n{hostile}\n"));
}

#[test]
fn what_lacks_is_named_and_all_needed_data_at_once() {
    let refused = papers::render(PaperKind::DataConsent, "", &json!({})).unwrap_err();
    let NotRendered::Lacking(fields) = &refused else { panic!("{refused}") };
    assert!(fields.iter().any(|it| it.path == "organisation.taxpayer_number"));
    assert!(fields.iter().any(|it| it.path == "person"));
    assert!(refused.to_string().contains("«ИНН» (organisation.taxpayer_number)"), "{refused}");
    for (template, named) in [
        ("\n\n{{ absent }}", "строка 3 шаблона: нет поля «absent»"),
        ("{{ person.absent|date }}", "строка 1 шаблона: нет поля «person.absent»"),
        ("{{ absent.name }}", "строка 1 шаблона: нет поля «absent»"),
        ("{% for it in absent %}{% endfor %}", "строка 1 шаблона: нет поля «absent»"),
        ("{{ absent|dat }}", "строка 1 шаблона: нет поля «absent»"),
        ("{{ person|nosuch }}", "строка 1 шаблона: фильтра «nosuch» нет"),
        ("{{ nosuch(1) }}", "строка 1 шаблона: функции «nosuch» нет"),
        ("{{ person.surname|date }}", "строка 1 шаблона: «Алёшина» – не дата вида 2026-09-01"),
    ] {
        assert_eq!(text_of(template, json!({})).unwrap_err().to_string(), named, "{template}");
    }
    assert!(text_of("{% if absent %}{% endif %}{{ absent or 'x' }}", json!({})).is_ok());
}

#[test]
fn lines_to_fill_are_listed_once_with_their_captions() {
    let template = "паспорт: {{ fill(\"серия, номер\") }}, телефон {{ fill('телефон', 12) }}\n\n\
                    | {{ fill('оценка') }} | {{ fill('оценка') }} |\n\n{{ fill_day() }}";
    let kind = PaperKind::DataConsent;
    let paper = papers::render(kind, template, &sample(kind)).unwrap();
    assert_eq!(paper.to_fill(), ["серия, номер", "телефон", "оценка", "дата"]);
    let mut data = sample(kind);
    data["person"]["identity_document"] = Value::Null;
    let paper = papers::render(kind, papers::text(kind), &data).unwrap();
    assert_eq!(paper.to_fill(), ["наименование, серия и\u{a0}номер, кем и\u{a0}когда выдан"]);
}

#[test]
fn requisites_stand_in_one_line_and_a_shortened_word_ends_a_sentence_with_one_stop() {
    let template =
        "@requisites {{ on|date }} | с. Заречное | № 5\n\nДо {{ on|date }}. Всё... a/../b";
    let text = text_of(template, json!({ "on": "2026-09-01" })).unwrap().replace('\u{a0}', " ");
    let lines = "1 сентября 2026 г.\nс. Заречное\n№ 5\nДо 1 сентября 2026 г. Всё... a/../b\n";
    assert_eq!(text, lines);
}

#[test]
fn a_template_that_would_not_end_is_stopped() {
    for template in [
        "{% for a in 'xxxxxxxxxx' %}{% endfor %}{{ 'x' * 999999999 }}",
        "{% macro m(x) %}{{ m(x ~ x) }}{% endmacro %}{{ m('x') }}",
        "{% set a = person ~ person %}",
        "{% for a in [1] recursive %}{{ loop([a]) }}{% endfor %}",
    ] {
        let refused = text_of(template, json!({})).unwrap_err();
        assert!(matches!(refused, NotRendered::Forbidden { .. }), "{template}: {refused}");
    }
    let many: Vec<u32> = (0..90_000).collect();
    let nested = "{% for a in all %}{% for b in all %}{{ a }}{% endfor %}{% endfor %}";
    assert_eq!(text_of(nested, json!({ "all": many })), Err(NotRendered::TooManySteps));
    let long = json!({ "all": vec![0; 9_000], "text": "ж".repeat(9_000) });
    let refused = text_of("{% for a in all %}{{ text }}{% endfor %}", long);
    assert_eq!(refused, Err(NotRendered::TooLong));
    assert_eq!(text_of("x", json!({ "a": "ж".repeat(20_000) })), Err(NotRendered::TooMuchData));
}
