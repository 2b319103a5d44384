//! Why a file cannot be read at all.
//!
//! It decides the list of reasons and what each must carry to be explained. The sentences for
//! people stand in `words`.

/// A file that is recognised but cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Word 97–2003.
    OldWord,
    /// Excel 97–2003.
    OldExcel,
    /// PowerPoint of any age, or an OpenDocument presentation.
    Presentation,
    /// Some other file of the old office container (Publisher, Outlook, an installer).
    OldOffice,
    /// Excel's binary workbook.
    BinaryExcel,
    /// PDF.
    Pdf,
    /// Rich text format.
    Rtf,
    /// A web page, whatever its name says.
    Html,
    /// An XML file of Office 2003, or a flat OpenDocument file.
    OfficeXml,
    /// A picture or a scan.
    Picture,
    /// An archive of files.
    Archive,
    /// Bytes of nothing we know.
    Unknown,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    /// Nothing is in the file.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than the limit.
    #[error("the file has {bytes} bytes, the limit is {limit}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Unpacked, the file is larger than the limit (as a «zip bomb» is).
    #[error("unpacked, the file has more than {limit} bytes")]
    UnpacksTooLarge {
        /// The limit, bytes.
        limit: usize,
    },
    /// The file has more parts inside than any document needs.
    #[error("the package has {entries} parts, the limit is {limit}")]
    TooManyParts {
        /// Parts found.
        entries: usize,
        /// The limit.
        limit: usize,
    },
    /// XML elements are nested deeper than any document needs.
    #[error("elements are nested deeper than {limit}")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// The file is closed by a password.
    #[error("the file is encrypted")]
    Encrypted,
    /// The file begins as its format but breaks off or contradicts itself.
    #[error("the file is damaged: {detail}")]
    Damaged {
        /// What broke, English, for the log.
        detail: String,
    },
    /// A format that is known and not read.
    #[error("not a format that is read: {0:?}")]
    Format(Kind),
    /// The document has pictures (scans) and no text.
    #[error("{pictures} pictures and no text")]
    OnlyPictures {
        /// How many pictures.
        pictures: usize,
    },
    /// The document opens, and there is nothing in it.
    #[error("no text in the document")]
    NoText,
}

impl NotRead {
    pub(crate) fn damaged(detail: impl std::fmt::Display) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }
}
