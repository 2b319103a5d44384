//! Rights of people over the data held of them: what is held, requests, destruction.
//!
//! It decides who sees the card of everything held, who answers, and how a commission destroys.
//! Deliberately absent: when the ground has gone and what stays by law (`mentoring::rights`), in
//! which tables the data lie (`store`), words for people (`web`).

mod act;
mod again;
mod copy;
mod destroy;
mod facts;
mod files;
mod held;
mod names;
mod request;

pub use act::{ActPaper, ActView, ActWords, act_paper, list_acts, show_act};
pub use again::{Again, destroy_again, destroyed_list};
pub use copy::{destroyed_line, note_copy, read_destroyed};
pub use destroy::{
    Destroy, DestroyObstacle, Destruction, DueLine, LEAST_MEMBERS, WhatGoes, destroy, list_due,
    preview,
};
pub use files::FileNamed;
pub use held::{HeldCard, HeldSection, held_json, show_held, take_held};
pub use request::{
    AnswerRequest, AskRequest, RequestLine, answer_request, ask_request, list_requests,
    show_request,
};
