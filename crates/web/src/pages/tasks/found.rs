//! The task of an address, with its row and roadmap, and the frame of the pages about it.

use app::roadmap::undo::Act;
use app::roadmap::{RoadmapView, RowView, Running, TaskView, show::show_rows};
use axum::response::Response;
use maud::{Markup, html};
use mentoring::id::TaskId;

use super::{look, undo};
use crate::kit::block;
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::key;
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// A task that was found: as it stood before anything was done to it.
pub(crate) struct Found {
    /// Everything that runs, so far as the reader sees it.
    pub(crate) running: Running,
    id: TaskId,
}

impl Found {
    /// Finds a task.
    ///
    /// - Errors: not found.
    pub(crate) async fn task(visit: &Visit, id: TaskId) -> Result<Self, Oops> {
        let running = show_rows(visit.ctx()?, None).await?;
        running.task(id).ok_or(Oops::NotFound)?;
        Ok(Self { running, id })
    }

    /// The task in its row and roadmap.
    ///
    /// - Errors: not found; it was found when this was made.
    pub(crate) fn parts(&self) -> Result<(&RoadmapView, &RowView, &TaskView), Oops> {
        self.running.task(self.id).ok_or(Oops::NotFound)
    }

    /// Goes back to the row after something was done to the task.
    pub(crate) fn back(&self, visit: &Visit, notice: &'static str) -> Result<Response, Oops> {
        Ok(visit.done(&self.row_href()?, notice))
    }

    /// The same, and offers there to take it back with one press.
    pub(crate) fn back_with_undo(
        &self,
        visit: &Visit,
        notice: &'static str,
        act: &Act,
    ) -> Result<Response, Oops> {
        let has_begun_it = self.parts()?.2.task.started_on.is_none();
        let undo = undo::token(act, has_begun_it).map(|it| format!("{}_{it}", self.id));
        Ok(visit.done_with_undo(&self.row_href()?, notice, undo.as_deref().unwrap_or_default()))
    }

    /// The address of the row with this task chosen.
    pub(crate) fn row_href(&self) -> Result<String, Oops> {
        let (_, row, _) = self.parts()?;
        Ok(format!("/rows/{}?task={}", row.row.lineage, self.id))
    }

    /// Prints a page in place of a form that makes no sense as the task stands: why, and what can be
    /// done instead.
    pub(crate) fn instead(&self, visit: &Visit, title: &str, why: &str) -> Result<Markup, Oops> {
        let lang = visit.lang;
        let (_, _, task) = self.parts()?;
        let next = look::Next::of(visit.ctx()?, task);
        let acts = html! {
            a.btn.btn-go href=(self.row_href()?) { (lang.t(key("undo-to-row"))) }
            @if let Some(next) = &next { a.btn.btn-plain href=(next.href(task)) { (next.button(lang)) } }
        };
        self.page(visit, title, &block::next_step(why, "", &acts))
    }

    /// Why an open task is not opened, or a closed one not worked on; `None` where it is as wanted.
    pub(crate) fn unless_open(&self, visit: &Visit) -> Result<Option<String>, Oops> {
        let (_, _, task) = self.parts()?;
        let day = task.task.closed_on.map(|it| words::date(visit.lang, it));
        Ok(day.map(|it| visit.lang.tn(key("task-mend-closed"), [("day", it.into())])))
    }

    /// Prints a page about the task.
    pub(crate) fn page(&self, visit: &Visit, title: &str, body: &Markup) -> Result<Markup, Oops> {
        let lang = visit.lang;
        let (map, row, task) = self.parts()?;
        let here = lang.tn(key("line-named"), [("row", look::row_place(row).into())]);
        let crumbs = [
            Way {
                href: format!("/roadmap?map={}", map.roadmap.id),
                words: lang.t(key("section-roadmap")),
                here: false,
            },
            Way { href: self.row_href()?, words: here, here: false },
            Way { href: String::new(), words: title.to_owned(), here: true },
        ];
        let about = html! {
            p { a href=(self.row_href()?) { (look::row_title(row)) } br;
                span.small.soft { (look::due(lang, self.running.today, task)) } }
        };
        let whole = html! { (block::head(title, "", &html! {})) (about) (body) };
        let frame = Frame { title, section: Section::Roadmap, crumbs: &crumbs };
        Ok(shell::page(visit, &frame, &whole))
    }
}
