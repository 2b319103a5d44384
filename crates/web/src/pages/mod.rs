//! Pages: a folder or a file for each part of the life. Handlers parse, call one use-case, render.

pub(crate) mod oops;
pub(crate) mod home;
pub(crate) mod door;
pub(crate) mod view;
pub(crate) mod kit;
