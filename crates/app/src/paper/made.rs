//! A paper in hand: a wording with data, made by whichever engine the wording wants.
//!
//! It decides that a page, a Word file and a PDF come from one making. Deliberately absent: data
//! (`compose`), which wording (`wording`).

use documents::papers::{NotRendered, OwnDocx, Paper, Shown, Wording};
use mentoring::paper::PaperKind;
use serde_json::Value as Json;

use super::wording::PaperWording;

/// A wording that is understood, for one paper or for many.
pub(crate) enum Maker {
    /// A text.
    Text(Box<Wording>),
    /// A Word file.
    Word(Box<OwnDocx>),
}

/// A paper that is made.
pub(crate) enum Made {
    /// Of a text: both files can be written.
    Text(Paper),
    /// Of a Word file: its bytes, and what is left to fill.
    Word(Vec<u8>, Vec<String>),
    /// Not at all: the text that holds now cannot be made with the data of this paper.
    Not(NotRendered),
}

impl Maker {
    /// Reads a wording.
    pub(crate) fn new(wording: &PaperWording) -> Result<Self, NotRendered> {
        Ok(match wording {
            PaperWording::Text(text) => Self::Text(Box::new(Wording::new(text)?)),
            PaperWording::OwnWord(bytes) => Self::Word(Box::new(OwnDocx::read(bytes)?)),
        })
    }

    /// Makes a paper.
    pub(crate) fn make(&self, kind: PaperKind, data: &Json) -> Result<Made, NotRendered> {
        Ok(match self {
            Self::Text(wording) => Made::Text(wording.render(kind, data)?),
            Self::Word(own) => {
                let filled = own.render(kind, data)?;
                Made::Word(filled.docx, filled.to_fill)
            }
        })
    }
}

impl Made {
    /// The Word file.
    pub(crate) fn docx(&self) -> anyhow::Result<Vec<u8>> {
        match self {
            Self::Text(paper) => Ok(paper.docx()?),
            Self::Word(bytes, _) => Ok(bytes.clone()),
            Self::Not(why) => Err(why.clone().into()),
        }
    }

    /// What a page shows; nothing of a school's own file.
    pub(crate) fn shown(&self) -> Vec<Shown> {
        match self {
            Self::Text(paper) => paper.shown(),
            Self::Word(..) | Self::Not(_) => Vec::new(),
        }
    }

    /// What is left to fill by hand.
    pub(crate) fn to_fill(&self) -> Vec<String> {
        match self {
            Self::Text(paper) => paper.to_fill().into_iter().map(str::to_owned).collect(),
            Self::Word(_, to_fill) => to_fill.clone(),
            Self::Not(_) => Vec::new(),
        }
    }
}
