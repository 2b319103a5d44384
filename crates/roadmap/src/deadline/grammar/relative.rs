//! Lengths and events: «в течение двух недель со дня…», «за 3 дня до…», «после…», «3–6 месяцев».
//!
//! It decides what is counted from an event and what is only a length. Deliberately absent: when
//! the event happens.

use super::super::Guess;
use super::super::form::Unit;
use super::super::token::Is;
use super::super::words::Word;
use super::Parser;
use super::papers::nominative;
use super::phrase::{Edge, Of, Phrase, When, YearRef};

/// A length, and the greatest one of a range.
type Lengths = (u16, Unit, Option<(u16, Unit)>);

impl Parser<'_> {
    /// Something counted from an event.
    pub(super) fn relative(&mut self) -> Option<Vec<Phrase>> {
        let read = self
            .attempt(Self::ahead_of)
            .or_else(|| self.attempt(Self::within_term))
            .or_else(|| self.attempt(Self::counted_from))
            .or_else(|| self.attempt(Self::on_finish))
            .or_else(|| self.attempt(Self::on_the_day))?;
        Some(vec![read])
    }

    /// «за 3 дня до начала», «не позднее чем за неделю до…», «не позднее 5 дней до…».
    fn ahead_of(&mut self) -> Option<Phrase> {
        self.not_later();
        self.eat(Word::Ahead);
        let (n, unit) = self.length()?;
        self.eat(Word::Till).then_some(())?;
        let event = self.event()?;
        Some(Phrase::Relative(-i32::from(n), unit, event))
    }

    fn not_later(&mut self) -> bool {
        let read = self.attempt(|it| {
            it.eat(Word::Not).then_some(())?;
            it.eat_if(|it| matches!(it, Is::Word(Word::Later | Word::Bound | Word::Earlier)))
                .then_some(())
        });
        self.eat(Word::Than);
        read.is_some()
    }

    /// «в 3-месячный срок», «в десятидневный срок со дня…», «в недельный срок».
    fn within_term(&mut self) -> Option<Phrase> {
        self.eat(Word::In).then_some(())?;
        self.eat(Word::During);
        let (n, unit) = match self.is(0)? {
            Is::Long(n, unit) => {
                self.i += 1;
                (u16::from(n), unit)
            }
            _ => {
                let n = self.count();
                if n.is_some() {
                    self.eat_dash();
                }
                let Some(Word::Long(unit)) = self.word(0) else { return None };
                self.i += 1;
                (n.unwrap_or(1), unit)
            }
        };
        (self.eat(Word::Term) || self.eat(Word::Period)).then_some(())?;
        let event = self.attempt(Self::anchored);
        if event.is_none() {
            self.guesses.push(Guess::EventAssumed);
        }
        // A paper's term without a named event runs from the paper's approval.
        Some(Phrase::Relative(i32::from(n), unit, event.unwrap_or_else(|| "утверждение".into())))
    }

    /// «в течение 10 дней со дня…», «через месяц после…», «не позднее недели после…».
    fn counted_from(&mut self) -> Option<Phrase> {
        let during = self.attempt(|it| {
            it.eat_if(|it| matches!(it, Is::Word(Word::In | Word::On)));
            it.eat(Word::During).then_some(())
        });
        let through = during.is_none() && self.eat(Word::Through);
        if during.is_none() && !through {
            self.not_later();
            self.eat(Word::Through);
            self.eat(Word::In);
        }
        self.eat(Word::Ordinal(1));
        let (n, unit) = self.length()?;
        let event = self.attempt(Self::anchored);
        match event {
            Some(event) => Some(Phrase::Relative(i32::from(n), unit, event)),
            // «через месяц» of nothing is still counted from something.
            None if through => Some(Phrase::Relative(i32::from(n), unit, String::new())),
            None => None,
        }
    }

    /// «со дня назначения», «с даты…», «после…», «по окончании…», «от…».
    fn anchored(&mut self) -> Option<String> {
        self.eat_if(|it| it == Is::Mark(','));
        if !self.eat_if(|it| matches!(it, Is::Word(Word::Since | Word::After | Word::Of))) {
            self.eat(Word::Along).then_some(())?;
            if self.word(0) != Some(Word::Finish) {
                return None;
            }
        }
        // «1 неделя с 1 октября» names a day, not an event.
        if matches!(self.is(0), Some(Is::Number(..))) {
            return None;
        }
        self.event()
    }

    /// The words of an event to the end of the clause.
    fn event(&mut self) -> Option<String> {
        self.eat_if(|it| matches!(it, Is::Word(Word::Moment | Word::Unit(Unit::Day))));
        let event = nominative(&self.clause());
        (!event.is_empty()).then_some(event)
    }

    /// «по окончании программы», «по итогам четверти», «после завершения», «сразу после…».
    fn on_finish(&mut self) -> Option<Phrase> {
        self.eat(Word::AtOnce);
        if self.eat(Word::After) {
            // «после 1 сентября» and «после каникул» are times.
            let is_clock = self.attempt(Self::clock).is_some();
            if is_clock || self.starts_time() && !self.starts_holidays() {
                return None;
            }
            return Some(Phrase::Relative(0, Unit::Day, self.event()?));
        }
        self.eat(Word::Along).then_some(())?;
        let event_at = self.i;
        self.eat(Word::Finish).then_some(())?;
        if let Some(when) = self.attempt(Self::end_of_stretch) {
            return Some(when);
        }
        // «по истечении трёх месяцев (со дня…)».
        if let Some((n, unit)) = self.attempt(Self::length) {
            let event = self.attempt(Self::anchored).unwrap_or_default();
            return Some(Phrase::Relative(i32::from(n), unit, event));
        }
        let event = self.i;
        self.clause();
        if self.i == event {
            return None;
        }
        let event = nominative(&self.quoted(event_at, self.i));
        Some(Phrase::Relative(0, Unit::Day, event))
    }

    /// What ends after «по итогам»: «(каждой) четверти», «I полугодия», «учебного года».
    fn end_of_stretch(&mut self) -> Option<Phrase> {
        let each = self.eat(Word::Each);
        if let Some(unit) = self.attempt(Self::single_unit) {
            return Some(match unit {
                When::Quarter(n, year) => Phrase::At(When::Edge(Edge::End, Of::Quarter(n), year)),
                When::Half(n, year) => Phrase::At(When::Edge(Edge::End, Of::Half(n), year)),
                other => Phrase::At(other),
            });
        }
        if let Some(Word::Unit(unit @ (Unit::Term | Unit::Quarter | Unit::Half | Unit::Month))) =
            self.word(0)
        {
            self.i += 1;
            return Some(Phrase::Every(unit));
        }
        self.eat_if(|it| matches!(it, Is::Word(Word::This | Word::Whole)));
        if let Some((first, second)) = self.attempt(Self::two_years) {
            self.year_words();
            let year = YearRef::School(first);
            return (second == first + 1).then_some(Phrase::At(When::Edge(
                Edge::End,
                Of::SchoolYear,
                Some(year),
            )));
        }
        if let Some(year) = self.full_year() {
            self.year_words();
            let year = Some(YearRef::Given(year));
            return Some(Phrase::At(When::Edge(Edge::End, Of::CalendarYear, year)));
        }
        let of = match self.word(0)? {
            Word::School => Of::SchoolYear,
            Word::Calendar => Of::CalendarYear,
            Word::Year => Of::Year,
            _ => return None,
        };
        self.i += usize::from(of != Of::Year);
        self.eat_mark('.');
        self.eat(Word::Year).then_some(())?;
        let year = each.then_some(YearRef::Every);
        Some(Phrase::At(When::Edge(Edge::End, of, year)))
    }

    /// «в день назначения»; «в День знаний» is a feast, and no deadline by itself.
    fn on_the_day(&mut self) -> Option<Phrase> {
        if let Some(Word::AtOnce) = self.word(0) {
            self.i += 1;
            return Some(Phrase::Relative(0, Unit::Day, String::new()));
        }
        self.eat(Word::In).then_some(())?;
        let day = self.token(0)?;
        if !matches!(day.is, Is::Word(Word::Unit(Unit::Day) | Word::Moment)) || day.capital {
            return None;
        }
        // «в день учителя» is a feast with a day of its own.
        if self.starts_feast() {
            return None;
        }
        self.i += 1;
        // «в дни (школьных) каникул» are the holidays themselves.
        let named = self.is(0) == Some(Is::Other) && self.word(1) == Some(Word::Holidays);
        if named || self.starts_holidays() {
            return None;
        }
        let plain = matches!(self.is(0), Some(Is::Other | Is::Word(_)));
        if !plain {
            return None;
        }
        Some(Phrase::Relative(0, Unit::Day, nominative(&self.clause())))
    }

    /// «до начала реализации», «с даты приказа», «к педсовету»: a window open to an event.
    pub(super) fn event_bound(&mut self) -> Option<Vec<Phrase>> {
        let opens = self.i == 0
            || matches!(
                self.tokens[self.i - 1].is,
                Is::Mark(_) | Is::Word(Word::Term | Word::Later | Word::Than | Word::Starting)
            );
        if self.eat(Word::Since) {
            self.eat_if(|it| matches!(it, Is::Word(Word::Moment | Word::Unit(Unit::Day))))
                .then_some(())?;
            let event = nominative(&self.clause());
            return (!event.is_empty()).then(|| vec![Phrase::FromEvent(event)]);
        }
        let till = self.eat(Word::Till);
        if !till {
            (opens && self.eat(Word::By)).then_some(())?;
        }
        if self.starts_feast() {
            return None;
        }
        // «ко Дню учителя» is a feast; «до 18 лет» an age.
        let starts = matches!(
            self.is(0)?,
            Is::Other
                | Is::Word(
                    Word::Begin
                        | Word::End
                        | Word::Running
                        | Word::Holidays
                        | Word::Season(_)
                        | Word::School
                        | Word::Condition
                        | Word::Numbered
                        | Word::Act
                )
        );
        // «перед первой встречей».
        let counted =
            matches!(self.is(0), Some(Is::Word(Word::Ordinal(_)))) && self.is(1) == Some(Is::Other);
        if !starts && !counted {
            return None;
        }
        let event = nominative(&self.clause());
        (!event.is_empty()).then(|| vec![Phrase::BeforeEvent(event)])
    }

    /// «3 месяца», «от 3 месяцев до 1 года», «3-6 мес.», «сроком на 1 год», «в течение недели».
    pub(super) fn duration(&mut self) -> Option<Vec<Phrase>> {
        let said = self.duration_words();
        let first = self.attempt(Self::length_range).or_else(|| {
            let (n, unit) =
                self.attempt(|it| if said { it.length() } else { it.counted_length() })?;
            Some((n, unit, None))
        })?;
        let (n, unit, to) = first;
        let to = to.or_else(|| {
            self.attempt(|it| {
                (it.eat(Word::Till) || it.eat_dash()).then_some(())?;
                it.counted_length()
            })
        });
        // «в течение квартала» asks for it every quarter.
        if said && to.is_none() && n == 1 && matches!(unit, Unit::Quarter | Unit::Term) {
            return Some(vec![Phrase::Every(unit)]);
        }
        Some(vec![Phrase::Duration(n, unit, to)])
    }

    /// Words that tell a length follows; whether there were any.
    fn duration_words(&mut self) -> bool {
        let words = |it: Is| {
            matches!(
                it,
                Is::Word(
                    Word::Lasting
                        | Word::During
                        | Word::In
                        | Word::On
                        | Word::Ahead
                        | Word::Of
                        | Word::Term
                        | Word::Till
                        | Word::Not
                        | Word::Bound
                        | Word::Period
                        | Word::Than
                        | Word::Later
                ) | Is::Mark(':' | '-')
            )
        };
        let from = self.i;
        let mut said = false;
        while self.is(0).is_some_and(words) {
            said |= matches!(self.word(0), Some(Word::Lasting | Word::During | Word::Ahead));
            self.i += 1;
        }
        if from < self.i && !matches!(self.is(0), Some(Is::Number(..) | Is::Nth(_) | Is::Word(_))) {
            self.i = from;
        }
        said
    }

    /// «3-6 месяцев», «от 3 до 6 месяцев»: two counts and one unit.
    fn length_range(&mut self) -> Option<Lengths> {
        let least = self.count()?;
        if !(self.eat_dash() || self.eat(Word::Till)) {
            return None;
        }
        let most = self.count()?;
        let (times, unit) = self.unit()?;
        (least < most).then_some((least * times, unit, Some((most * times, unit))))
    }

    /// «две недели», «месяц», «10 рабочих дней», «полгода».
    fn length(&mut self) -> Option<(u16, Unit)> {
        if let Some(read) = self.attempt(Self::counted_length) {
            return Some(read);
        }
        self.eat(Word::Whole);
        let year = self.word(0) == Some(Word::Year);
        let read = self.unit()?;
        // «в течение года» is the plan's year and has its own rule.
        (!year).then_some(read)
    }

    fn counted_length(&mut self) -> Option<(u16, Unit)> {
        if self.eat(Word::HalfYearLong) {
            return Some((1, Unit::Half));
        }
        let n = self.count()?;
        if n == 0 {
            return None;
        }
        self.eat_if(|it| it == Is::Mark('-'));
        let (times, unit) = self.unit()?;
        // «1 четверть» and «2 квартал» are told apart by their own rule, which comes first.
        Some((n * times, unit))
    }

    /// «каникул», «осенних каникул»: a time without days of its own, so that it is an event here.
    pub(super) fn starts_holidays(&self) -> bool {
        let season = usize::from(matches!(self.word(0), Some(Word::Season(_))));
        self.word(season) == Some(Word::Holidays)
    }

    /// «Дня учителя», «Международному женскому дню».
    fn starts_feast(&self) -> bool {
        let rest = self.token(0).and_then(|it| self.text.get(it.at..));
        rest.is_some_and(super::super::feasts::begins_feast)
    }

    /// A calendar time begins at the cursor.
    fn starts_time(&mut self) -> bool {
        let from = self.i;
        let read = self.spans().is_some();
        self.i = from;
        read
    }
}
