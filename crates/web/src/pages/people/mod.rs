//! People of the organisation: the list, a card, roles from a day to a day, invitations.

pub(crate) mod list;
pub(crate) mod card;
mod asked;
pub(crate) mod edit;
pub(crate) mod newcomer;
pub(crate) mod role;
pub(crate) mod leaving;
pub(crate) mod access;
pub(crate) mod invite;
pub(crate) mod absence;
pub(crate) mod handing;
pub(crate) mod import;
pub(crate) mod name;
pub(crate) mod sheet;
