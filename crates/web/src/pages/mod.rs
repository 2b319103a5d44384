//! Pages: a folder or a file for each part of the life. Handlers parse, call one use-case, render.

pub(crate) mod oops;
pub(crate) mod home;
pub(crate) mod door;
pub(crate) mod view;
pub(crate) mod start;
pub(crate) mod invitation;
pub(crate) mod account;
pub(crate) mod people;
pub(crate) mod launch;
pub(crate) mod organisation;
pub(crate) mod group_size;
pub(crate) mod journal;
pub(crate) mod letters;
pub(crate) mod network;
pub(crate) mod guide;
pub(crate) mod demo;
pub(crate) mod kit;
pub(crate) mod tasks;
pub(crate) mod today;
pub(crate) mod roadmap;
pub(crate) mod row;
pub(crate) mod fulfilment;
pub(crate) mod year;
pub(crate) mod slips;
pub(crate) mod feed;
