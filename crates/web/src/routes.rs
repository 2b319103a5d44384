//! Every route of the site: method, path, who may come, handler. One table, read from above.
//!
//! From it the router is built, and the tests of access and of forms go through it row by row.
//! Deliberately absent: anything else. A route that stands elsewhere does not exist.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};

use mentoring::access::Action;

use crate::guard::{Access, guard};
use crate::pages::acts::{edit as act_edit, list as library, readers as act_readers, show as act};
use crate::pages::care::{needs, readers};
use crate::pages::labour::{list as addenda, new as signing, pay, show as addendum};
use crate::pages::launch::{
    approval, compare, doubts, figure, head, import, list as maps, order as places, paper,
    question, remarks, roll, row as cells, version,
};
use crate::pages::mistake;
use crate::pages::orders::participants;
use crate::pages::orders::{
    list as papers, new as draft, scan as order_scan, sheet as order_sheet, show as order,
};
use crate::pages::papers as made;
use crate::pages::people::{
    absence, access, card, edit, handing, import as people_list, invite, leaving, list, name,
    newcomer, role, sheet as people_sheet,
};
use crate::pages::pools::{
    detail, entry, given, matrix, one as consent, own, pool, record, sheet as pool_sheet, stops,
    term, wordings,
};
use crate::pages::rights::{act as destroyed, destroy, due, held, requests};
use crate::pages::tasks::{close, day, evidence, parts, settle, undo};
use crate::pages::templates::{files, list as templates, show as template, versions};
use crate::pages::year::{by_person, calendar, timeline};
use crate::pages::{
    account, demo, door, folder, group_size, guide, home, invitation, journal, kit, letters, me,
    network, organisation, partners, password_link, petitions, start, view,
};
use crate::pages::{feed, fulfilment, roadmap, row, slips, today};
use crate::state::Web;
use crate::visit::Visit;

/// The largest form without files.
const FORM_LIMIT_BYTES: usize = 256 * 1024;
/// The largest form with a file that is read to its end. It is far more than is kept, so that a file
/// too large is answered in its form, with everything that was typed.
const UPLOAD_LIMIT_BYTES: usize = 10 * app::roadmap::evidence::FILE_MOST;

/// One row of the table.
pub struct Route {
    /// The method; a page that is shown answers to GET and HEAD.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// Who may come.
    pub access: Access,
    handler: MethodRouter<Web>,
}

/// Gives the table.
#[must_use]
#[rustfmt::skip]
pub fn table() -> Vec<Route> {
    [of_the_door(), life(), pools(), of_partners(), labour(), care(), orders(), of_papers(), library(), rights(), templates()].into_iter().flatten().collect()
}

/// The door: coming in, and what the page looks like.
#[rustfmt::skip]
fn of_the_door() -> Vec<Route> {
    use Access::{Anyone, Demo, Door, SignedIn};
    vec![
        show("/", Anyone, home::show_home),
        show("/start", Anyone, start::new_school),
        upload("/start", Door, start::found_school),
        show("/sign-in", Anyone, door::new_session),
        send("/sign-in", Door, door::sign_in),
        send("/sign-out", SignedIn, door::sign_out),
        show("/invitations/{token}", Door, invitation::show_invitation),
        send("/invitations/{token}", Door, invitation::accept_invitation),
        send("/invitations/{token}/join", SignedIn, invitation::join_by_invitation),
        show("/password-links/{token}", Door, password_link::show_password_link),
        send("/password-links/{token}", Door, password_link::renew_password),
        show("/personas", Demo, door::list_personas),
        send("/personas", Demo, door::enter_as_persona),
        send("/view", Anyone, view::choose_view),
    ]
}

#[rustfmt::skip]
fn life() -> Vec<Route> {
    use Access::{Anyone, Demo, May, MayBelow, MayOneself, SignedIn};
    use Action::{
        EditOrganisation, SeeFulfilment, SeeJournal, SeeOrganisation, SeeRoadmap, SeeTasks,
        SettleTasks, WorkOnTasks,
    };
    let mut routes = vec![
        // One's own.
        show("/account", SignedIn, account::show_account),
        send("/account/password", SignedIn, account::change_password),
        send("/account/login", SignedIn, account::change_login),
        send("/account/organisation", SignedIn, account::switch_organisation),
        send("/account/sign-out", SignedIn, account::sign_out_everywhere),
        // The year.
        show("/today", MayOneself(SeeTasks), today::show_today),
        show("/roadmap", May(SeeRoadmap), roadmap::show_roadmap),
        show("/rows/{lineage}", MayOneself(SeeTasks), row::show_row),
        show("/fulfilment", May(SeeFulfilment), fulfilment::show_fulfilment),
        // The year as time.
        show("/timeline", May(SeeRoadmap), timeline::show_timeline),
        show("/calendar", MayOneself(SeeTasks), calendar::show_calendar),
        show("/people/{id}/tasks", MayOneself(SeeTasks), by_person::show_tasks),
        show("/people/{id}/tasks/message", MayOneself(SeeTasks), slips::show_message),
        show("/people/{id}/tasks/slips", MayOneself(SeeTasks), slips::show_slips),
        show("/people/{id}/tasks/slips.pdf", MayOneself(SeeTasks), slips::slips_paper),
        // Calendars by secret link: 256 bits are not guessed, and programs of a whole school ask
        // from one address, so nobody counts how often.
        show("/account/calendar", MayOneself(SeeTasks), feed::show_own),
        send("/account/calendar", MayOneself(SeeTasks), feed::make),
        send("/account/calendar/withdraw", MayOneself(SeeTasks), feed::withdraw),
        show("/feeds/{token}/calendar.ics", Anyone, feed::show_calendar),
        // Tasks.
        send("/tasks/{id}/start", MayOneself(WorkOnTasks), close::begin_task),
        show("/tasks/{id}/close", MayOneself(WorkOnTasks), close::confirm_close),
        send("/tasks/{id}/close", MayOneself(WorkOnTasks), close::close),
        show("/tasks/{id}/parts", MayOneself(WorkOnTasks), parts::choose_parts),
        send("/tasks/{id}/parts", MayOneself(WorkOnTasks), parts::tick_off),
        show("/tasks/{task}/parts/{id}/undo", MayOneself(WorkOnTasks), parts::confirm_undo),
        send("/tasks/{task}/parts/{id}/undo", MayOneself(WorkOnTasks), parts::undo),
        send("/tasks/{id}/undo", MayOneself(WorkOnTasks), undo::undo),
        show("/tasks/{id}/evidence", MayOneself(WorkOnTasks), evidence::new_evidence),
        upload("/tasks/{id}/evidence", MayOneself(WorkOnTasks), evidence::put),
        show("/tasks/{task}/evidence/{id}/withdraw", MayOneself(WorkOnTasks), evidence::confirm_withdraw),
        send("/tasks/{task}/evidence/{id}/withdraw", MayOneself(WorkOnTasks), evidence::withdraw),
        show("/files/{id}", MayOneself(SeeTasks), evidence::show_file),
        show("/tasks/{id}/set-aside", May(SettleTasks), settle::confirm_set_aside),
        send("/tasks/{id}/set-aside", May(SettleTasks), settle::set_aside),
        show("/tasks/{id}/reopen", May(SettleTasks), settle::confirm_reopen),
        send("/tasks/{id}/reopen", May(SettleTasks), settle::reopen),
        show("/tasks/{id}/happened", May(SettleTasks), day::confirm_happened),
        send("/tasks/{id}/happened", May(SettleTasks), day::happened),
        show("/tasks/{id}/day", May(SettleTasks), day::choose_day),
        send("/tasks/{id}/day", May(SettleTasks), day::name_day),
        show("/tasks/{id}/people", May(SettleTasks), settle::choose_people),
        send("/tasks/{id}/people", May(SettleTasks), settle::give),
        // The organisation.
        show("/organisation", May(SeeOrganisation), organisation::show_organisation),
        show("/organisation/edit", May(EditOrganisation), organisation::edit_organisation),
        send("/organisation", May(EditOrganisation), organisation::change_organisation),
        show("/organisation/sizes/new", May(EditOrganisation), group_size::new_group_size),
        send("/organisation/sizes", May(EditOrganisation), group_size::set_group_size),
        show("/organisation/heads/new", May(EditOrganisation), organisation::head::new_head),
        send("/organisation/heads", May(EditOrganisation), organisation::head::name_head),
        show("/organisation/terms", May(SeeOrganisation), organisation::school_year::show_terms),
        send("/organisation/terms", May(EditOrganisation), organisation::school_year::set_terms),
        show("/journal", May(SeeJournal), journal::show_journal),
        // The network.
        show("/network", MayBelow(SeeFulfilment), network::list_schools),
        show("/network/stages", MayBelow(SeeFulfilment), network::part::list_stages),
        show("/network/months", MayBelow(SeeFulfilment), network::part::list_months),
        show("/network/schools.xlsx", MayBelow(SeeFulfilment), network::sheet::xlsx),
        show("/network/schools.csv", MayBelow(SeeFulfilment), network::sheet::csv),
        show("/network/{id}", MayBelow(SeeFulfilment), network::school::show_school),
        // The guide.
        show("/guide", Anyone, guide::list_chapters),
        show("/guide/chapters/{name}", Anyone, guide::show_chapter),
        show("/guide/pictures/{name}", Anyone, guide::show_picture),
        show("/guide/{code}", Anyone, guide::show_explanation),
        // For review.
        show("/kit", Demo, kit::show_kit),
        // The sample town.
        send("/clock", Demo, demo::move_clock),
        show("/letters", Demo, letters::list_letters),
        show("/letters/{id}", Demo, letters::show_letter),
    ];
    routes.extend(of_people());
    routes.extend(of_roadmaps());
    routes
}

/// People: the list, lists that are loaded and taken away, cards, access.
#[rustfmt::skip]
fn of_people() -> Vec<Route> {
    use Access::{May, MayOneself};
    use Action::{EditPeople, ManageAccounts, SeePeople};
    vec![
        show("/me", MayOneself(SeePeople), me::show_own_roles),
        show("/people", May(SeePeople), list::list_people),
        show("/people/new", May(EditPeople), newcomer::new_person),
        send("/people", May(EditPeople), newcomer::add_person),
        show("/people/list.xlsx", May(SeePeople), people_sheet::xlsx),
        show("/people/list.csv", May(SeePeople), people_sheet::csv),
        show("/people/imports/new", May(EditPeople), people_list::new_import),
        upload("/people/imports", May(EditPeople), people_list::load),
        show("/people/imports/{id}", May(EditPeople), people_list::show),
        send("/people/imports/{id}/answers", May(EditPeople), people_list::answer),
        send("/people/imports/{id}/apply", May(EditPeople), people_list::apply),
        send("/people/imports/{id}/discard", May(EditPeople), people_list::discard),
        show("/people/imports/{id}/errors.xlsx", May(EditPeople), people_list::errors),
        show("/people/{id}", MayOneself(SeePeople), card::show_person),
        show("/people/{id}/edit", May(EditPeople), edit::edit_person),
        send("/people/{id}", May(EditPeople), edit::change_person),
        show("/people/{id}/name", May(EditPeople), name::edit_name),
        send("/people/{id}/name", May(EditPeople), name::correct_name),
        show("/people/{id}/absences", May(EditPeople), absence::show_absences),
        send("/people/{id}/absences", May(EditPeople), absence::record_absence),
        send("/people/{id}/absences/{absence}/withdraw", May(EditPeople), absence::withdraw_absence),
        show("/people/{id}/roles/new", May(EditPeople), role::new_role),
        send("/people/{id}/roles", May(EditPeople), role::give_role),
        send("/people/{id}/roles/{role}/end", May(EditPeople), role::end_role),
        show("/people/{id}/leaving/new", May(EditPeople), leaving::new_leaving),
        send("/people/{id}/leaving", May(EditPeople), leaving::leave),
        show("/people/{id}/handing-over", May(ManageAccounts), handing::show_handing),
        send("/people/{id}/handing-over", May(ManageAccounts), handing::hand_over),
        show("/people/{id}/access", May(ManageAccounts), access::show_access),
        send("/people/{id}/memberships/{membership}/end", May(ManageAccounts), access::end_membership),
        send("/people/{id}/invitations/{invitation}/withdraw", May(ManageAccounts), access::withdraw_invitation),
        show("/people/{id}/invitations/new", May(ManageAccounts), invite::new_invitation),
        send("/people/{id}/invitations", May(ManageAccounts), invite::invite),
        send("/people/{id}/password-links", May(ManageAccounts), password_link::offer_password),
    ]
}

/// Roadmaps, from a document to a version in force.
#[rustfmt::skip]
fn of_roadmaps() -> Vec<Route> {
    use Access::May;
    use Action::{ApproveRoadmap, EditRoadmap, SeeRoadmap};
    vec![
        show("/roadmaps", May(SeeRoadmap), maps::list_roadmaps),
        show("/roadmaps/new", May(EditRoadmap), maps::new_roadmap),
        send("/roadmaps", May(EditRoadmap), maps::begin_roadmap),
        send("/roadmaps/{id}/drafts", May(EditRoadmap), maps::draft_next),
        show("/roadmaps/{id}/next-year", May(EditRoadmap), roll::show_next_year),
        send("/roadmaps/{id}/next-year", May(EditRoadmap), roll::begin_next_year),
        show("/imports/new", May(EditRoadmap), import::new_import),
        upload("/imports", May(EditRoadmap), import::load_document),
        show("/imports/{id}", May(EditRoadmap), import::show_import),
        send("/imports/{id}", May(EditRoadmap), import::accept_import),
        send("/imports/{id}/discard", May(EditRoadmap), import::discard_import),
        show("/imports/{id}/roll", May(EditRoadmap), roll::show_rolled_import),
        send("/imports/{id}/roll", May(EditRoadmap), roll::roll_import),
        show("/versions/{id}", May(SeeRoadmap), version::show_version),
        show("/versions/{id}/difference", May(SeeRoadmap), compare::show_difference),
        show("/versions/{id}/paper.docx", May(SeeRoadmap), paper::docx),
        show("/versions/{id}/paper.pdf", May(SeeRoadmap), paper::pdf),
        show("/versions/{id}/paper.xlsx", May(SeeRoadmap), paper::xlsx),
        show("/versions/{id}/head", May(EditRoadmap), head::edit_head),
        send("/versions/{id}/head", May(EditRoadmap), head::save_head),
        show("/versions/{id}/approval", May(ApproveRoadmap), approval::new_approval),
        send("/versions/{id}/approval", May(ApproveRoadmap), approval::approve),
        show("/versions/{id}/remarks/{code}", May(EditRoadmap), remarks::choose_remarks),
        send("/versions/{id}/remarks/{code}", May(EditRoadmap), remarks::accept),
        send("/versions/{id}/discard", May(EditRoadmap), version::discard_draft),
        show("/versions/{id}/deadline", May(EditRoadmap), cells::read_deadline),
        show("/versions/{id}/questions", May(EditRoadmap), question::show_questions),
        send("/versions/{id}/questions", May(EditRoadmap), question::answer),
        send("/versions/{id}/questions/rest", May(EditRoadmap), question::take_rest),
        show("/versions/{id}/figures", May(EditRoadmap), doubts::ask),
        send("/versions/{id}/figures", May(EditRoadmap), doubts::answer),
        show("/versions/{id}/figures/reading", May(EditRoadmap), figure::read_typed),
        show("/versions/{id}/rows/new", May(EditRoadmap), cells::new_row),
        send("/versions/{id}/rows", May(EditRoadmap), cells::save_new_row),
        show("/versions/{id}/rows/{row}", May(EditRoadmap), cells::edit_row),
        send("/versions/{id}/rows/{row}", May(EditRoadmap), cells::save_row),
        send("/versions/{id}/rows/{row}/up", May(EditRoadmap), places::move_up),
        send("/versions/{id}/rows/{row}/down", May(EditRoadmap), places::move_down),
        send("/versions/{id}/rows/{row}/move", May(EditRoadmap), places::drop_row),
        send("/versions/{id}/rows/{row}/strike", May(EditRoadmap), cells::strike),
    ]
}

/// Consents and pools.
#[rustfmt::skip]
fn pools() -> Vec<Route> {
    use Access::{May, MayOneself};
    use Action::{EditConsents, EditPools, SeeConsents, SeePools};
    vec![
        show("/me/consents", MayOneself(SeeConsents), own::show_own_consents),
        show("/consents", May(SeeConsents), matrix::list_consents),
        show("/consents/list.xlsx", May(SeeConsents), pool_sheet::consents_xlsx),
        show("/consents/list.csv", May(SeeConsents), pool_sheet::consents_csv),
        show("/people/{id}/consents", MayOneself(SeeConsents), given::show_consents),
        show("/people/{id}/consents/new", May(EditConsents), record::new_consent),
        show("/consents/texts", May(SeeConsents), wordings::list_texts),
        show("/consents/texts/{id}", MayOneself(SeeConsents), wordings::show_text),
        show("/consents/stops", May(SeeConsents), stops::list_stops),
        send("/consents/stops/{id}", May(EditConsents), stops::finish_stop),
        show("/people/{id}/consents/{consent}", MayOneself(SeeConsents), consent::show_consent),
        upload("/people/{id}/consents/{consent}/scans", May(EditConsents), consent::attach_scan),
        show("/people/{id}/consents/{consent}/scans/{scan}", MayOneself(SeeConsents), consent::show_scan),
        upload("/people/{id}/consents", May(EditConsents), record::record_consent),
        show("/people/{id}/consents/{consent}/withdraw", May(EditConsents), given::confirm_withdraw),
        send("/people/{id}/consents/{consent}/withdraw", May(EditConsents), given::withdraw),
        show("/people/{id}/detail", May(EditConsents), detail::edit_detail),
        send("/people/{id}/detail", May(EditConsents), detail::save_detail),
        send("/people/{id}/guardians", May(EditConsents), given::name_guardian),
        send("/people/{id}/guardians/{guardianship}/end", May(EditConsents), given::end_guardian),
        show("/mentors", May(SeePools), pool::list_mentors),
        show("/mentors/list.xlsx", May(SeePools), pool_sheet::mentors_xlsx),
        show("/mentors/list.csv", May(SeePools), pool_sheet::mentors_csv),
        show("/mentors/form.xlsx", May(SeePools), pool_sheet::mentors_form_xlsx),
        show("/mentors/form.pdf", May(SeePools), pool_sheet::mentors_form_pdf),
        show("/mentees/list.xlsx", May(SeePools), pool_sheet::mentees_xlsx),
        show("/mentees/list.csv", May(SeePools), pool_sheet::mentees_csv),
        show("/mentees/form.xlsx", May(SeePools), pool_sheet::mentees_form_xlsx),
        show("/mentees/form.pdf", May(SeePools), pool_sheet::mentees_form_pdf),
        show("/mentors/new", May(EditPools), entry::new_mentor),
        send("/mentors", May(EditPools), entry::enter_mentors),
        show("/mentees", May(SeePools), pool::list_mentees),
        show("/mentees/new", May(EditPools), entry::new_mentee),
        send("/mentees", May(EditPools), entry::enter_mentees),
        show("/pool-entries/{id}", May(SeePools), entry::edit_entry),
        send("/pool-entries/{id}", May(EditPools), entry::change_entry),
        send("/pool-entries/{id}/leave", May(EditPools), entry::leave),
        show("/dictionary", May(EditPools), term::list_terms),
        send("/dictionary", May(EditPools), term::add_term),
        send("/dictionary/lacking", May(EditPools), term::add_lacking),
        send("/dictionary/{id}/end", May(EditPools), term::end_term),
    ]
}

/// Contract addenda of mentors.
#[rustfmt::skip]
fn labour() -> Vec<Route> {
    use Access::{May, MayOneself};
    use Action::{EditAddenda, SeeAddenda};
    vec![
        show("/addenda", May(SeeAddenda), addenda::list_addenda),
        show("/addenda/pay", May(SeeAddenda), pay::show_pay),
        show("/addenda/pay.xlsx", May(SeeAddenda), pay::pay_xlsx),
        show("/people/{id}/addenda/new", May(EditAddenda), signing::new_addendum),
        send("/people/{id}/addenda", May(EditAddenda), signing::sign_addendum),
        show("/addenda/{id}", MayOneself(SeeAddenda), addendum::show_addendum),
        send("/addenda/{id}/end", May(EditAddenda), addendum::end_addendum),
    ]
}

/// Partners.
#[rustfmt::skip]
fn of_partners() -> Vec<Route> {
    use Access::May;
    use Action::{EditPartners, SeePartners};
    vec![
        show("/partners", May(SeePartners), partners::list_partners),
        show("/partners/list.xlsx", May(SeePartners), partners::sheet::xlsx),
        show("/partners/list.csv", May(SeePartners), partners::sheet::csv),
        show("/partners/new", May(EditPartners), partners::edit::new_partner),
        send("/partners", May(EditPartners), partners::edit::add_partner),
        show("/partners/{id}", May(SeePartners), partners::show_partner),
        show("/partners/{id}/edit", May(EditPartners), partners::edit::edit_partner),
        send("/partners/{id}", May(EditPartners), partners::edit::change_partner),
        send("/partners/{id}/end", May(EditPartners), partners::parts::end_partner),
        show("/partners/{id}/agreements/new", May(EditPartners), partners::parts::new_agreement),
        send("/partners/{id}/agreements", May(EditPartners), partners::parts::record_agreement),
        send("/partners/{id}/agreements/{agreement}/end", May(EditPartners), partners::parts::end_agreement),
        show("/partners/{id}/people/new", May(EditPartners), partners::parts::new_person),
        send("/partners/{id}/people", May(EditPartners), partners::parts::name_person),
    ]
}

/// What is sensitive.
#[rustfmt::skip]
fn care() -> Vec<Route> {
    // The two that are open to whoever is signed in find nothing for who is not a reader.
    use Access::{May, SignedIn};
    use Action::{KnockSensitive, NameSensitiveReaders};
    vec![
        show("/access-needs", May(KnockSensitive), needs::list_needs),
        show("/access-needs/new", SignedIn, needs::new_need),
        send("/access-needs", SignedIn, needs::record_need),
        show("/access-needs/{id}", May(KnockSensitive), needs::edit_need),
        send("/access-needs/{id}", May(KnockSensitive), needs::change_need),
        show("/sensitive-readers", May(NameSensitiveReaders), readers::list_readers),
        send("/sensitive-readers", May(NameSensitiveReaders), readers::name_reader),
        send("/sensitive-readers/{id}/end", May(NameSensitiveReaders), readers::end_reader),
    ]
}

/// Rights of people over the data held of them.
#[rustfmt::skip]
fn rights() -> Vec<Route> {
    use Access::{May, MayOneself};
    use Action::{AnswerRequests, DestroyData, SeeHeld};
    vec![
        show("/people/{id}/held", MayOneself(SeeHeld), held::show_held),
        show("/people/{id}/held.xlsx", MayOneself(SeeHeld), held::xlsx),
        show("/people/{id}/held.pdf", MayOneself(SeeHeld), held::pdf),
        show("/people/{id}/held.json", MayOneself(SeeHeld), held::json),
        show("/people/{id}/requests/new", MayOneself(SeeHeld), requests::new_request),
        send("/people/{id}/requests", MayOneself(SeeHeld), requests::ask_request),
        show("/requests", May(AnswerRequests), requests::list_requests),
        show("/requests/{id}", MayOneself(SeeHeld), requests::show_request),
        send("/requests/{id}/answer", May(AnswerRequests), requests::answer_request),
        show("/destruction", May(DestroyData), due::list_due),
        show("/destruction/people/{id}", May(DestroyData), destroy::show_destruction),
        send("/destruction/people/{id}", May(DestroyData), destroy::destroy),
        show("/destruction/acts/{id}", May(DestroyData), destroyed::show_act),
        show("/destruction/acts/{id}/act.docx", May(DestroyData), destroyed::act_docx),
        show("/destruction/acts/{id}/act.pdf", May(DestroyData), destroyed::act_pdf),
        show("/destruction/acts/{id}/extract.docx", May(DestroyData), destroyed::extract_docx),
        show("/destruction/acts/{id}/extract.pdf", May(DestroyData), destroyed::extract_pdf),
    ]
}

/// Orders.
#[rustfmt::skip]
fn orders() -> Vec<Route> {
    use Access::{May, SignedIn};
    use Action::{EditOrders, SeeOrders};
    vec![
        show("/orders", May(SeeOrders), papers::list_orders),
        show("/orders/list.xlsx", May(SeeOrders), order_sheet::xlsx),
        show("/orders/list.csv", May(SeeOrders), order_sheet::csv),
        show("/orders/new", May(EditOrders), draft::new_order),
        send("/orders", May(EditOrders), draft::draft_order),
        show("/orders/{id}", May(SeeOrders), order::show_order),
        send("/orders/{id}/step", May(EditOrders), order::step),
        upload("/orders/{id}/register", May(EditOrders), order::register),
        upload("/orders/{id}/scans", May(EditOrders), order_scan::attach),
        show("/orders/{id}/scans/{scan}", May(SeeOrders), order_scan::show_scan),
        send("/orders/{id}/end", May(EditOrders), order::end),
        show("/orders/{id}/people/new", May(EditOrders), order::choose_people),
        send("/orders/{id}/people", May(EditOrders), order::concern),
        send("/orders/{id}/people/{person}", May(EditOrders), order::read_by),
        send("/orders/{id}/people/{person}/remove", May(EditOrders), participants::take_off_sheet),
        show("/orders/{id}/participants/new", May(EditOrders), participants::choose_participants),
        send("/orders/{id}/participants", May(EditOrders), participants::name_participants),
        send("/orders/{id}/participants/{line}/remove", May(EditOrders), participants::take_off),
        // What may be marked, the kind of the record tells; others find nothing.
        show("/mistakes/new", SignedIn, mistake::new_mistake),
        send("/mistakes", SignedIn, mistake::mark_mistake),
    ]
}

/// Papers: the catalogue, drafts, files, packs.
#[rustfmt::skip]
fn of_papers() -> Vec<Route> {
    use Access::May;
    use Action::{EditPapers, SeePapers};
    vec![
        show("/papers", May(SeePapers), made::catalogue::list_kinds),
        show("/papers/made", May(SeePapers), made::list::list_papers),
        show("/papers/new", May(EditPapers), made::new::new_paper),
        send("/papers", May(EditPapers), made::new::save_paper),
        show("/papers/packs/new", May(EditPapers), made::pack::new_pack),
        send("/papers/packs", May(EditPapers), made::pack::ask_pack),
        show("/papers/packs/{id}", May(SeePapers), made::pack::show_pack),
        show("/papers/packs/{id}/file", May(SeePapers), made::pack::pack_file),
        show("/papers/{id}", May(SeePapers), made::show::show_paper),
        show("/papers/{id}/edit", May(EditPapers), made::new::edit_paper),
        send("/papers/{id}", May(EditPapers), made::new::change_paper),
        send("/papers/{id}/step", May(EditPapers), made::act::step),
        upload("/papers/{id}/register", May(EditPapers), made::act::register),
        show("/papers/{id}/amend", May(EditPapers), made::amend::new_amendment),
        send("/papers/{id}/amend", May(EditPapers), made::amend::save_amendment),
        show("/papers/{id}/paper.docx", May(SeePapers), made::file::docx),
        show("/papers/{id}/paper.pdf", May(SeePapers), made::file::pdf),
    ]
}

/// The library of acts, and petitions.
#[rustfmt::skip]
fn library() -> Vec<Route> {
    use Access::{May, MayOneself};
    use Action::{EditOrders, EditOrganisation, EditPeople, SeeOrders, SeeOrganisation, SeePeople};
    vec![
        show("/acts", May(SeeOrganisation), library::list_acts),
        show("/acts/new", May(EditOrganisation), act_edit::new_act),
        upload("/acts", May(EditOrganisation), act_edit::enter_act),
        show("/acts/{act}", May(SeeOrganisation), act::show_act),
        show("/acts/{act}/file", May(SeeOrganisation), act::show_file),
        send("/acts/{act}/read", May(SeeOrganisation), act::read_act),
        show("/acts/{act}/edit", May(EditOrganisation), act_edit::edit_act),
        upload("/acts/{act}", May(EditOrganisation), act_edit::change_act),
        send("/acts/{act}/end", May(EditOrganisation), act_edit::end_act),
        send("/acts/{act}/readers", May(EditOrders), act_readers::name_readers),
        send("/acts/{act}/concerns/{concern}/end", May(EditOrders), act_readers::end_concern),
        send("/acts/{act}/readings", May(EditOrders), act_readers::record_readings),
        show("/acts/{act}/sheet.docx", May(SeeOrders), act_readers::sheet_docx),
        show("/acts/{act}/sheet.pdf", May(SeeOrders), act_readers::sheet_pdf),
        show("/petitions", May(EditPeople), petitions::list_petitions),
        send("/petitions", MayOneself(SeePeople), petitions::make_petition),
        send("/petitions/{id}/answer", May(EditPeople), petitions::answer_petition),
        send("/petitions/{id}/withdraw", MayOneself(SeePeople), petitions::withdraw_petition),
    ]
}

/// Templates of papers, and the folder of all papers.
#[rustfmt::skip]
fn templates() -> Vec<Route> {
    use Access::May;
    use Action::{EditTemplates, MakeFolder, SeeFolder, SeeTemplates};
    vec![
        show("/templates", May(SeeTemplates), templates::list_templates),
        show("/templates/{slug}", May(SeeTemplates), template::show_template),
        send_text("/templates/{slug}", May(EditTemplates), template::keep_template),
        send_text("/templates/{slug}/preview", May(SeeTemplates), template::preview_template),
        upload("/templates/{slug}/word", May(EditTemplates), files::bring_file),
        send("/templates/{slug}/withdraw", May(EditTemplates), versions::withdraw_template),
        show("/templates/{slug}/start.docx", May(SeeTemplates), files::start_file),
        show("/templates/{slug}/sample.docx", May(SeeTemplates), files::sample_docx),
        show("/templates/{slug}/sample.pdf", May(SeeTemplates), files::sample_pdf),
        show("/templates/{slug}/versions/{number}", May(SeeTemplates), versions::show_version),
        show("/templates/{slug}/versions/{number}/file.docx", May(SeeTemplates), files::version_file),
        show("/templates/{slug}/versions/{number}/sample.docx", May(SeeTemplates), files::version_docx),
        send("/templates/{slug}/versions/{number}/restore", May(EditTemplates), versions::restore_version),
        show("/folder", May(SeeFolder), folder::show_folders),
        send("/folder", May(MakeFolder), folder::ask_folder),
        show("/folder/{id}/folder.zip", May(SeeFolder), folder::take_folder),
    ]
}

/// Builds the router from the table.
pub(crate) fn router() -> Router<Web> {
    table().into_iter().fold(Router::new(), |router, route| {
        let access = route.access;
        let layer = axum::middleware::from_fn(move |visit: Visit, request, next| {
            guard(access, visit, request, next)
        });
        router.route(route.path, route.handler.layer(layer))
    })
}

/// A page that is shown.
fn show<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Web>,
    T: 'static,
{
    Route { method: Method::GET, path, access, handler: get(handler) }
}

/// A form with a file.
fn upload<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Web>,
    T: 'static,
{
    let handler = post(handler).layer(DefaultBodyLimit::max(UPLOAD_LIMIT_BYTES));
    Route { method: Method::POST, path, access, handler }
}

/// A form with a long text: a Russian letter is six signs on its way.
fn send_text<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Web>,
    T: 'static,
{
    let handler = post(handler).layer(DefaultBodyLimit::max(4 * FORM_LIMIT_BYTES));
    Route { method: Method::POST, path, access, handler }
}

/// A form that is sent.
fn send<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, Web>,
    T: 'static,
{
    Route {
        method: Method::POST,
        path,
        access,
        handler: post(handler).layer(DefaultBodyLimit::max(FORM_LIMIT_BYTES)),
    }
}
