//! A school never sees another: every route, with every id of another school, as everybody of this
//! one. The other school has a marked word in every column of every table.
//!
//! A new route and a new table are tried by themselves: a parameter that [`table_of`] does not know is
//! tried with every id of the other school.

mod support;

use std::collections::BTreeMap;
use std::path::PathBuf;

use app::town::Town;
use app::{Manner, Store};
use axum::Router;
use axum::http::{Method, StatusCode};
use jiff::civil::date;
use support::Answer;
use support::town::{empty_on, signed_in};
use support::trace::{MARK, Tracer, lineage};
use uuid::Uuid;
use web::routes::{Route, table};

/// Everybody of the school who signs in.
const PEOPLE: [&str; 6] = ["curator", "head", "deputy", "mentor", "teacher", "auditor"];

/// Routes whose parameters name nothing of a school: secret links and the guide.
const NAMELESS: [&str; 7] = [
    "/invitations/{token}",
    "/invitations/{token}/join",
    "/password-links/{token}",
    "/feeds/{token}/calendar.ics",
    "/guide/chapters/{name}",
    "/guide/pictures/{name}",
    "/guide/{code}",
];

/// The table whose id a parameter of an address is; `None` where every id is tried.
///
/// - `path`: the whole address; `before`: the part of it before the parameter.
fn table_of(path: &str, before: &str) -> Option<&'static str> {
    Some(match before {
        "imports" if path.starts_with("/people/imports") => "people_import",
        "acts" if path.starts_with("/destruction") => "erasure",
        "people" => "person",
        "rows" => "roadmap_row",
        "tasks" => "task",
        "parts" => "task_part",
        "evidence" => "evidence",
        "files" => "file",
        "imports" => "import",
        "versions" => "roadmap_version",
        "roadmaps" => "roadmap",
        "absences" => "absence",
        "roles" => "person_role",
        "memberships" => "membership",
        "invitations" => "invitation",
        "consents" => "consent",
        "guardians" => "guardianship",
        "partners" => "partner",
        "agreements" => "agreement",
        "orders" => "head_order",
        "papers" => "paper",
        "packs" => "paper_pack",
        "scans" => "scan",
        "acts" => "local_act",
        "concerns" => "act_concern",
        "petitions" => "petition",
        "texts" => "consent_wording",
        "stops" => "withdrawal_stop",
        "addenda" => "contract_addendum",
        "requests" => "person_request",
        "pool-entries" => "pool_entry",
        "access-needs" => "access_need",
        "sensitive-readers" => "sensitive_reader",
        "folder" => "folder",
        _ => return None,
    })
}

struct Schools {
    town: Town,
    site: Router,
    tracer: Tracer,
    /// The marked row of each table, in the other school.
    theirs: BTreeMap<String, Uuid>,
    folder: PathBuf,
}

impl Schools {
    async fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("estafeta-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for a database");
        let url = format!("sqlite:{}", folder.join("two.db").display());
        let (app, site) =
            empty_on(Store::connect(&url).await.expect("a database of a test opens"), Manner::Demo)
                .await;
        let town = Town::sample(&app, date(2026, 9, 1)).await.expect("the sample town begins");
        let tracer = Tracer::open(&url).await;
        let theirs = tracer.mark(town.other_school.0).await;
        Self { town, site, tracer, theirs, folder }
    }

    /// Ids of the other school for a parameter: that of its table, or every one there is.
    fn ids(&self, table: Option<&str>) -> Vec<String> {
        match table {
            Some("roadmap_row") => vec![lineage().to_string()],
            Some(table) => vec![self.theirs[table].to_string()],
            None => {
                let others = [self.town.other_school.0, lineage()];
                self.theirs.values().chain(&others).map(ToString::to_string).collect()
            }
        }
    }

    /// Addresses of a route with ids of the other school: all of them, and behind a person of ours.
    fn addresses(&self, route: &Route) -> Vec<String> {
        let ours = self.town.person("mentor").expect("the town has a mentor").to_string();
        let mut found = Vec::new();
        for own_person in [None, Some(ours)] {
            let (mut addresses, mut before, mut n_theirs) = (vec![String::new()], "", 0);
            for part in route.path.split('/').skip(1) {
                let words = match (part.starts_with('{'), table_of(route.path, before), &own_person)
                {
                    (false, ..) => vec![part.to_owned()],
                    (true, Some("person"), Some(own)) => vec![own.clone()],
                    (true, table, _) => {
                        n_theirs += 1;
                        self.ids(table)
                    }
                };
                let longer = |address: &String| -> Vec<String> {
                    words.iter().map(|it| format!("{address}/{it}")).collect()
                };
                addresses = addresses.iter().flat_map(longer).collect();
                before = part;
            }
            if n_theirs != 0 {
                found.extend(addresses);
            }
        }
        found.sort();
        found.dedup();
        found
    }
}

impl Drop for Schools {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn with_parameters() -> Vec<Route> {
    // A slug of a template is a kind of paper, the same in every school.
    let is_of_kind = |it: &Route| it.path.starts_with("/templates/{slug}");
    let named =
        |it: &Route| it.path.contains('{') && !NAMELESS.contains(&it.path) && !is_of_kind(it);
    table().into_iter().filter(named).collect()
}

/// Whether an answer tells anything of the other school; workbooks are read as people read them.
fn tells(answer: &Answer) -> bool {
    let has = |text: &str| text.to_lowercase().contains(&MARK.to_lowercase());
    if answer.header("content-type").contains("spreadsheetml") {
        let read = documents::read::read("list.xlsx", &answer.bytes);
        return read.is_ok_and(|it| has(&format!("{it:?}")));
    }
    has(&answer.text)
}

#[tokio::test]
async fn nothing_of_another_school_is_found_by_its_id_and_nothing_of_it_changes() {
    let schools = Schools::new("isolation").await;
    let (counts, marked) =
        (schools.tracer.counts().await, schools.tracer.marked(&schools.theirs).await);
    assert!(40 < marked.lines().count(), "too few tables are marked:\n{marked}");
    let mut wrong = Vec::new();
    for login in PEOPLE {
        let mut visitor = signed_in(&schools.town, &schools.site, login).await;
        let token = visitor.opens("/account").await.hidden("form_token");
        for route in with_parameters() {
            for address in schools.addresses(&route) {
                let fields = [("form_token", token.as_str())];
                let mut answer = match route.method {
                    Method::GET => visitor.opens(&address).await,
                    _ => visitor.sends_raw(&address, &fields).await,
                };
                if answer.status == StatusCode::FORBIDDEN {
                    // A form with a file does not take fields alone.
                    answer = visitor.sends_parts(&address, &fields, None).await;
                }
                if answer.status != StatusCode::NOT_FOUND || tells(&answer) {
                    wrong.push(format!("{login}: {} {address}: {}", route.method, answer.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "another school is not «not found»:\n{}", wrong.join("\n"));
    let now = schools.tracer.counts().await;
    let changed: Vec<&String> = counts
        .iter()
        // Signing in and sending a form leave records of one's own.
        .filter(|(it, _)| {
            !["session", "form_once", "journal", "limit_counter"].contains(&it.as_str())
        })
        .filter(|(it, n)| now[*it] != **n)
        .map(|(it, _)| it)
        .collect();
    assert_eq!(changed, Vec::<&String>::new());
    assert_eq!(schools.tracer.marked(&schools.theirs).await, marked);
}

#[tokio::test]
async fn no_list_export_or_form_tells_of_another_school() {
    let schools = Schools::new("lists").await;
    let ours: Vec<String> = ["curator", "mentor", "mentee"]
        .map(|it| schools.town.person(it).unwrap().to_string())
        .to_vec();
    let mut wrong = Vec::new();
    for login in PEOPLE {
        let mut visitor = signed_in(&schools.town, &schools.site, login).await;
        // The list of personas is the sample town's own, and shows everybody on purpose.
        let is_shown = |it: &Route| it.method == Method::GET && it.path != "/personas";
        for route in table().into_iter().filter(is_shown) {
            let addresses: Vec<String> = match route.path.contains('{') {
                // Half of the mark is typed into every search there may be: a page repeats what was
                // typed, and the whole mark only if it found it.
                false => {
                    let half = "%D0%91%D0%BE%D0%B1%D1%80%D0%B8%D0%BD";
                    let found = ["q", "search", "name", "person"].map(|it| format!("{it}={half}"));
                    vec![route.path.to_owned(), format!("{}?{}", route.path, found.join("&"))]
                }
                // Forms about one's own people offer others to choose from.
                true if route.path.matches('{').count() == 1
                    && route.path.contains("/people/{id}") =>
                {
                    ours.iter().map(|it| route.path.replace("{id}", it)).collect()
                }
                true => continue,
            };
            for address in addresses {
                let answer = visitor.opens(&address).await;
                let broke = answer.status.is_server_error();
                if tells(&answer) || broke {
                    wrong.push(format!("{login}: {address}: {}", answer.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "another school shows:\n{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_centre_sees_figures_of_a_school_and_nobody_of_it() {
    let (town, site) = support::town::town().await;
    for login in ["municipality", "region"] {
        let mut visitor = signed_in(&town, &site, login).await;
        for route in table().into_iter().filter(|it| it.method == Method::GET) {
            let school = town.other_school.to_string();
            let address = match route.path {
                "/network/{id}" => route.path.replace("{id}", &school),
                path if path.contains('{') => continue,
                path => path.to_owned(),
            };
            let answer = visitor.opens(&address).await;
            assert!(!answer.status.is_server_error(), "{login}: {address}");
            let door = ["/personas", "/sign-in"].contains(&route.path);
            assert!(door || !answer.text.contains("Полевая"), "{login}: {address}");
        }
    }
}

#[test]
fn a_visitor_of_the_tests_finds_the_mark_where_it_is() {
    let answer = |text: &str| Answer {
        status: StatusCode::OK,
        headers: Default::default(),
        text: text.to_owned(),
        bytes: Vec::new(),
    };
    assert!(tells(&answer("<b>БОБРИНЕЦКИЙ</b>")) && !tells(&answer("Бобрин")));
}
