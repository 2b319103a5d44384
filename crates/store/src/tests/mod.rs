//! Every look-up and change, on both engines.
//!
//! SQLite always; PostgreSQL where `TEST_POSTGRES_URL` is set, each test in a schema of its own.

pub(crate) mod support;
mod schema;
mod papers;
mod people;
mod account;
mod plans;
mod dates;
mod journal;
mod queue;
mod templates;
mod upkeep;
