//! What a person is told when a file was not read: what it is and what to do.
//!
//! One exhaustive match, Russian and English side by side. Deliberately absent: codes and blame.

use super::not_read::{Kind, NotRead};

/// The language of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Russian.
    Russian,
    /// English.
    English,
}

/// Says what is wrong with a file and what to do about it.
///
/// - Returns: one or two whole sentences.
#[must_use]
pub fn sentence(reason: &NotRead, language: Language) -> String {
    let (russian, english) = both(reason);
    match language {
        Language::Russian => russian,
        Language::English => english,
    }
}

fn both(reason: &NotRead) -> (String, String) {
    let mib = |bytes: usize| bytes.div_ceil(1024 * 1024);
    match reason {
        NotRead::Empty => pair(
            "Файл пустой. Проверьте, тот ли файл выбран и скачался ли он до конца.",
            "The file is empty. Check that it is the right file and that it was downloaded whole.",
        ),
        NotRead::TooLarge { limit, .. } => (
            format!(
                "Файл больше {} МБ, такие не читаются. Обычно место занимают картинки: удалите их \
                 в Word и сохраните файл ещё раз.",
                mib(*limit)
            ),
            format!(
                "The file is larger than {} MB, and such files are not read. Usually pictures take \
                 the room: remove them in Word and save the file again.",
                mib(*limit)
            ),
        ),
        NotRead::UnpacksTooLarge { .. }
        | NotRead::TooManyParts { .. }
        | NotRead::TooDeep { .. } => pair(
            "Файл устроен необычно: внутри него гораздо больше данных, чем бывает в документе. \
             Откройте его в Word, скопируйте таблицу в новый документ и сохраните как .docx.",
            "The file is built in an unusual way: there is far more inside than a document has. \
             Open it in Word, copy the table into a new document and save that as .docx.",
        ),
        NotRead::Encrypted => pair(
            "Файл закрыт паролем. Откройте его, снимите пароль («Файл» → «Сведения» → «Защита \
             документа») и сохраните.",
            "The file is closed by a password. Open it, remove the password (File → Info → \
             Protect Document) and save.",
        ),
        NotRead::Damaged { .. } => pair(
            "Файл повреждён: он обрывается или испорчен внутри. Откройте его в Word — он \
             предложит восстановить — и сохраните как .docx или получите файл заново.",
            "The file is damaged: it breaks off or is spoiled inside. Open it in Word, which \
             offers to repair it, and save it as .docx, or get the file anew.",
        ),
        NotRead::Format(kind) => format_not_read(*kind),
        NotRead::OnlyPictures { pictures } => (
            format!(
                "В документе нет текста, только картинки ({pictures}): похоже на скан. Нужен файл, \
                 в котором текст можно выделить мышью; скан сначала распознайте."
            ),
            format!(
                "There is no text in the document, only pictures ({pictures}): it looks like a \
                 scan. A file is needed whose text can be selected; recognise the scan first."
            ),
        ),
        NotRead::NoText => pair(
            "Документ открылся, но в нём нет текста. Проверьте, тот ли файл выбран.",
            "The document opens, but there is no text in it. Check that it is the right file.",
        ),
    }
}

fn format_not_read(kind: Kind) -> (String, String) {
    match kind {
        Kind::OldWord => pair(
            "Это документ старого Word (.doc). Откройте его в Word и выберите «Файл» → «Сохранить \
             как» → «Документ Word (.docx)».",
            "This is a document of an old Word (.doc). Open it in Word and choose File → Save As → \
             Word Document (.docx).",
        ),
        Kind::OldExcel => pair(
            "Это книга старого Excel (.xls). Откройте её в Excel и выберите «Файл» → «Сохранить \
             как» → «Книга Excel (.xlsx)».",
            "This is a workbook of an old Excel (.xls). Open it in Excel and choose File → Save As \
             → Excel Workbook (.xlsx).",
        ),
        Kind::Presentation => pair(
            "Это презентация, а нужен документ с таблицей. Скопируйте таблицу в Word и сохраните \
             как .docx.",
            "This is a presentation, and a document with a table is needed. Copy the table into \
             Word and save it as .docx.",
        ),
        Kind::OldOffice => pair(
            "Это файл старой офисной программы, прочитать его нельзя. Откройте его там, где он \
             сделан, и сохраните как .docx.",
            "This is a file of an old office program and cannot be read. Open it where it was made \
             and save it as .docx.",
        ),
        Kind::BinaryExcel => pair(
            "Это двоичная книга Excel (.xlsb). Откройте её в Excel и выберите «Файл» → «Сохранить \
             как» → «Книга Excel (.xlsx)».",
            "This is a binary Excel workbook (.xlsb). Open it in Excel and choose File → Save As → \
             Excel Workbook (.xlsx).",
        ),
        Kind::Pdf => pair(
            "Это PDF, таблицы из него читаются ненадёжно. Возьмите исходный файл Word или откройте \
             PDF в Word и выберите «Сохранить как» → «Документ Word (.docx)».",
            "This is a PDF, and tables cannot be read from it reliably. Take the original Word \
             file, or open the PDF in Word and choose Save As → Word Document (.docx).",
        ),
        Kind::Rtf => pair(
            "Это файл RTF. Откройте его в Word и выберите «Файл» → «Сохранить как» → «Документ Word \
             (.docx)».",
            "This is an RTF file. Open it in Word and choose File → Save As → Word Document (.docx).",
        ),
        Kind::Html => pair(
            "Это веб-страница, даже если файл назван .doc или .xls. Откройте её в Word или Excel и \
             сохраните как .docx или .xlsx.",
            "This is a web page, even if the file is named .doc or .xls. Open it in Word or Excel \
             and save it as .docx or .xlsx.",
        ),
        Kind::OfficeXml => pair(
            "Это документ, сохранённый как XML. Откройте его в Word или Excel и сохраните как .docx \
             или .xlsx.",
            "This is a document saved as XML. Open it in Word or Excel and save it as .docx or \
             .xlsx.",
        ),
        Kind::Picture => pair(
            "Это картинка или скан. Нужен файл, в котором текст можно выделить мышью: .docx, .odt, \
             .xlsx, .ods, .csv или .txt.",
            "This is a picture or a scan. A file is needed whose text can be selected: .docx, .odt, \
             .xlsx, .ods, .csv or .txt.",
        ),
        Kind::Archive => pair(
            "Это архив. Распакуйте его и выберите сам документ.",
            "This is an archive. Unpack it and choose the document itself.",
        ),
        Kind::Unknown => pair(
            "Формат файла не узнать. Читаются .docx, .odt, .xlsx, .ods, .csv и .txt: откройте файл \
             в Word или Excel и сохраните в одном из них.",
            "The format of the file cannot be told. Files .docx, .odt, .xlsx, .ods, .csv and .txt \
             are read: open it in Word or Excel and save it as one of them.",
        ),
    }
}

fn pair(russian: &str, english: &str) -> (String, String) {
    (russian.to_owned(), english.to_owned())
}
