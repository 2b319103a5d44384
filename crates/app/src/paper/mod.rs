//! Papers made from what the organisation already knows: drafts, files, registration, packs.
//!
//! It decides who makes and sees which paper, and that nobody is asked for what is known. Deliberately
//! absent: texts (`documents`), which kinds there are (`mentoring::paper`), which text holds
//! (`mentoring::paper::template`).

mod amend;
mod compose;
pub mod difference;
mod draft;
mod facts;
mod form;
mod given;
pub mod keep;
mod known;
mod list;
mod made;
mod pack;
mod packing;
mod person;
mod pool;
mod register;
mod show;
mod suggest;
pub mod template;
pub(crate) mod trial;
pub mod version;
pub(crate) mod wording;

pub use amend::{AmendForm, AmendObstacle, SaveAmendment, amend_form, save_amendment};
pub use compose::KnownField;
pub use documents::papers::{
    MOST_PAPERS, NotRendered, Paper, Piece, Shown, ShownCell, ShownStyle, UnknownField,
};
pub use draft::{PaperObstacle, SavePaper, change_paper, discard_paper, refresh_paper, save_paper};
pub use form::{PaperForm, edit_paper, new_paper};
pub use given::{Given, Offered, TEXT_MOST, Typed, TypedObstacle, columns};
pub use known::{PaperSubject, Place};
pub use list::{PaperFilter, PaperLine, PaperList, kinds_like, list_papers};
pub use pack::{
    AskPack, PackFormat, PackLine, PackObstacle, PackOffer, PackWhat, ask_pack, offer_pack,
};
pub use packing::{PackView, pack_file, show_pack, work_on_pack};
pub use pool::pool_form;
pub(crate) use register::settle_order;
pub use register::{RegisterPaper, RegisterPaperObstacle, register_paper, withdraw_paper};
pub(crate) use show::text_of_order;
pub use show::{PaperFormat, PaperState, PaperView, paper_file, show_paper};
pub use suggest::choices_of;
pub use trial::{Flaw, Sample};

use mentoring::paper::PaperKind;

use crate::ctx::Ctx;
use crate::refusal::NotFound;
use mentoring::access::Action;

/// Goes on where the actor may see papers of a kind.
pub(crate) fn require_seeing(ctx: &Ctx, kind: PaperKind) -> Result<(), NotFound> {
    ctx.require(Action::SeePapers, ctx.at())?;
    ctx.require(kind.rights().0, ctx.at())
}

/// Goes on where the actor may make papers of a kind.
pub(crate) fn require_making(ctx: &Ctx, kind: PaperKind) -> Result<(), NotFound> {
    ctx.require(Action::EditPapers, ctx.at())?;
    ctx.require(kind.rights().1, ctx.at())
}

/// Whether a page should offer to make papers of a kind; the use-case decides again.
#[must_use]
pub fn may_make(ctx: &Ctx, kind: PaperKind) -> bool {
    require_making(ctx, kind).is_ok()
}
