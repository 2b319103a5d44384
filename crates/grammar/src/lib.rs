//! Russian grammar: names, positions and organisations in every case; numbers, money, dates and
//! plurals in words; spaces that do not break.
//!
//! It decides how a text of an order reads when data are put into it. All of it is rules with short
//! lists of exceptions in `data/`; nothing fails, whatever the text: what no rule knows stays as it
//! was typed. Deliberately absent: files, clock, the texts of papers, storage of corrected forms.
//!
//! ```
//! use grammar::{Case, Name};
//!
//! let name = Name { surname: "Петрова-Водкина", first: "Мария", patronymic: "Ильинична" };
//! let to_whom = name.decline(None, Case::Dative);
//! assert_eq!(to_whom.full(), "Петровой-Водкиной Марии Ильиничне");
//! ```

mod case;
mod letters;
mod table;
mod gender;
mod person;
mod own;
mod initials;
mod batch;
mod phrase;
mod number;
mod money;
mod date;
mod preposition;
mod space;

pub use batch::{Asked, BatchLine, declined_line};
pub use case::{Animacy, Case, Gender};
pub use date::{Day, period, school_year};
pub use gender::gender_of;
pub use initials::{NO_BREAK, initials_after, initials_before};
pub use money::money;
pub use number::{Counted, MOST_IN_WORDS, cardinal, counted, figures, ordinal, plural};
pub use own::{OwnForms, Part};
pub use person::{DeclinedName, Name, first_name, patronymic, surname};
pub use phrase::{organisation, position, position_with, settled_position};
pub use preposition::Preposition;
pub use space::no_breaks;
