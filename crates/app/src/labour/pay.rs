//! The register of pay periods: for which days of a month which mentor is paid, by which addendum.
//!
//! It decides the columns of its file. Deliberately absent: what is paid for a part of a month — no
//! law says how, and the accountant knows the school's own regulation on pay.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::labour::{MentoringPay, PayPeriod, pay_periods};
use mentoring::period::Days;
use mentoring::person::Person;
use store::AddendumRecord;

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};
use crate::sheet::{Sheet, SheetCell as Value, SheetFormat, write_sheet};

/// One line of the register.
#[derive(Clone, Debug)]
pub struct PayLine {
    /// Whom.
    pub person: Person,
    /// By which addendum.
    pub record: AddendumRecord,
    /// For which days, and how much a whole month is.
    pub period: PayPeriod,
}

/// The register of a month.
#[derive(Clone, Debug)]
pub struct PayRegister {
    /// The month.
    pub month: Days,
    /// Days worked in the whole month.
    pub n_working_days: u32,
    /// The lines, by name.
    pub lines: Vec<PayLine>,
}

/// Shows for which days of a month mentors are paid.
///
/// - `day`: any day of the month.
/// - Errors: not found without the right.
pub async fn pay_register(ctx: &Ctx, day: Date) -> Result<PayRegister, Refusal<Nothing>> {
    ctx.require(Action::SeeAddenda, ctx.at())?;
    let month = Days { from: day.first_of_month(), to: day.last_of_month() };
    let tx = ctx.read().await?;
    let records = tx.addenda(&ctx.scope, ctx.at()).await?;
    let calendar = tx.working_calendar().await?;
    let ids: Vec<_> = records.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let rules: Vec<_> = records.iter().map(AddendumRecord::for_rule).collect();
    let mut lines: Vec<PayLine> = pay_periods(&rules, month, &calendar)
        .into_iter()
        .filter_map(|period| {
            let record = records.iter().find(|it| it.id == period.addendum)?.clone();
            let person = people.iter().find(|it| it.id == period.person)?.clone();
            Some(PayLine { person, record, period })
        })
        .collect();
    lines.sort_by_cached_key(|it| (it.person.name.full(), it.period.days.from));
    let days = (0..).map_while(|n: i64| {
        let day = month.from.checked_add(jiff::ToSpan::days(n)).ok()?;
        (day <= month.to).then_some(day)
    });
    let n_working_days = u32::try_from(days.filter(|it| calendar.is_worked(*it)).count());
    Ok(PayRegister { month, n_working_days: n_working_days.unwrap_or(0), lines })
}

/// The words of the file.
#[derive(Clone, Debug)]
pub struct PayWords {
    /// Its title.
    pub title: String,
    /// Heads: name, post, addendum, its day, from, to, working days, of the month, roubles a month,
    /// percent of the salary, ground.
    pub heads: [String; 11],
}

/// Writes the register as a workbook.
///
/// - Errors: not found without the right; unexpected where the workbook cannot be made.
pub async fn pay_sheet(
    ctx: &Ctx,
    words: PayWords,
    register: &PayRegister,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    ctx.require(Action::SeeAddenda, ctx.at())?;
    let rows = register.lines.iter().map(|it| cells(it, register.n_working_days)).collect();
    let sheet = Sheet { title: words.title, heads: words.heads.to_vec(), rows };
    write_sheet(ctx, sheet, SheetFormat::Xlsx).await
}

fn cells(line: &PayLine, n_working_days: u32) -> Vec<Value> {
    let text = |it: &str| Value::Text(it.to_owned());
    let (sum, share) = match line.period.pay {
        MentoringPay::Monthly { kopecks } => (hundredths(kopecks), String::new()),
        MentoringPay::Share { basis_points } => (String::new(), hundredths(basis_points.into())),
    };
    vec![
        Value::Text(line.person.name.full()),
        text(&line.person.job_title),
        text(&line.record.number),
        Value::Day(Some(line.record.signed_on)),
        Value::Day(Some(line.period.days.from)),
        Value::Day(Some(line.period.days.to)),
        Value::Number(line.period.n_working_days.into()),
        Value::Number(n_working_days.into()),
        text(&sum),
        text(&share),
        text(&line.record.pay_ground),
    ]
}

/// «3000,00»: the thousands are not set apart, so that a program counts with it.
fn hundredths(it: u64) -> String {
    format!("{},{:02}", it / 100, it % 100)
}
