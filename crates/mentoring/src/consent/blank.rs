//! Which paper a consent is given on.
//!
//! It decides the kind of paper by the kind of consent and who gives it. Deliberately absent: the
//! texts (`documents`), and which edition of a text was signed (`app`).

use super::ConsentKind;
use super::gate::Standing;
use crate::paper::{IsStudent, PaperKind};

/// The kind of paper on which a consent is given.
#[must_use]
pub fn paper_of(kind: ConsentKind, standing: Standing) -> PaperKind {
    let is_student = match standing {
        Standing::Student => IsStudent::Yes,
        _ => IsStudent::No,
    };
    PaperKind::of_consent(kind, is_student)
}

/// Every kind of paper on which consents are given, once, in the order of the kinds.
#[must_use]
pub fn papers() -> Vec<PaperKind> {
    let mut all = Vec::new();
    for kind in ConsentKind::ALL {
        for standing in [Standing::Employee, Standing::Student] {
            let paper = paper_of(*kind, standing);
            if !all.contains(&paper) {
                all.push(paper);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_paper_and_taking_part_has_two() {
        assert_eq!(papers().len(), ConsentKind::ALL.len() + 1);
        let of_pupil = paper_of(ConsentKind::Participation, Standing::Student);
        assert_eq!(of_pupil, PaperKind::MenteeApplication);
    }
}
