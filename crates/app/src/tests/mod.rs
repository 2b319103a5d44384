//! Stories of the use-cases, on both engines.
//!
//! SQLite always; PostgreSQL where `TEST_POSTGRES_URL` is set, each test in a schema of its own.

mod support;
mod templates;
mod folder;
mod account;
mod answers;
mod people;
mod absence;
mod partners;
mod papers;
mod arrivals;
mod newcomers;
mod organisation;
mod running;
mod parts;
mod password_link;
mod happenings;
mod undo;
mod labour;
mod mistakes;
mod care;
mod rights;
mod pools;
mod scans;
mod acts;
mod year;
mod reminder;
mod feed;
