//! The difference of two texts, line by line.
//!
//! It decides which lines are told as new, gone and kept. Deliberately absent: words inside a line.

/// A line of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextChange {
    /// It stands in both.
    Kept(String),
    /// It stands in the new text only.
    Added(String),
    /// It stood in the old text only.
    Removed(String),
    /// So many lines that stand in both are left out.
    Skipped(usize),
}

/// Products of lines that are compared one by one; a text that differs more is told as a whole.
const MOST_COMPARED: usize = 4_000_000;
/// Kept lines shown around a change.
const AROUND: usize = 2;

/// Compares two texts.
///
/// - Returns: the lines in the order of the new text, removed ones where they stood; of kept lines
///   only those near a change. Empty where nothing differs.
/// - Time: O(lines × lines) of what lies between the first and the last change, bounded.
#[must_use]
pub fn compare_texts(old: &str, new: &str) -> Vec<TextChange> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let n_head = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let rest = old.iter().skip(n_head).rev().zip(new.iter().skip(n_head).rev());
    let n_tail = rest.take_while(|(one, other)| one == other).count();
    let (was, is) = (&old[n_head..old.len() - n_tail], &new[n_head..new.len() - n_tail]);
    if was.is_empty() && is.is_empty() {
        return Vec::new();
    }
    let kept = |it: &&str| TextChange::Kept((*it).to_owned());
    let mut all: Vec<TextChange> = new[..n_head].iter().map(kept).collect();
    all.extend(middle(was, is));
    all.extend(new[new.len() - n_tail..].iter().map(kept));
    shortened(all)
}

fn middle(was: &[&str], is: &[&str]) -> Vec<TextChange> {
    let removed = |it: &&str| TextChange::Removed((*it).to_owned());
    let added = |it: &&str| TextChange::Added((*it).to_owned());
    if MOST_COMPARED < was.len().saturating_mul(is.len()) {
        return was.iter().map(removed).chain(is.iter().map(added)).collect();
    }
    // Lengths of the longest common rest, from the end.
    let width = is.len() + 1;
    let mut common = vec![0_u32; (was.len() + 1) * width];
    for one in (0..was.len()).rev() {
        for other in (0..is.len()).rev() {
            common[one * width + other] = match was[one] == is[other] {
                true => common[(one + 1) * width + other + 1] + 1,
                false => common[(one + 1) * width + other].max(common[one * width + other + 1]),
            };
        }
    }
    let (mut one, mut other) = (0, 0);
    let mut all = Vec::new();
    while one < was.len() && other < is.len() {
        if was[one] == is[other] {
            all.push(TextChange::Kept(was[one].to_owned()));
            (one, other) = (one + 1, other + 1);
        } else if common[one * width + other + 1] <= common[(one + 1) * width + other] {
            all.push(removed(&was[one]));
            one += 1;
        } else {
            all.push(added(&is[other]));
            other += 1;
        }
    }
    all.extend(was[one..].iter().map(removed));
    all.extend(is[other..].iter().map(added));
    all
}

/// Leaves out kept lines that are far from every change.
fn shortened(all: Vec<TextChange>) -> Vec<TextChange> {
    let is_change = |it: &TextChange| !matches!(it, TextChange::Kept(_));
    let changes: Vec<usize> = (0..all.len()).filter(|at| is_change(&all[*at])).collect();
    let is_near = |at: usize| {
        let next = changes.partition_point(|it| *it < at);
        let near = |it: Option<&usize>| it.is_some_and(|it| it.abs_diff(at) <= AROUND);
        near(changes.get(next)) || near(next.checked_sub(1).and_then(|it| changes.get(it)))
    };
    let mut short = Vec::new();
    for (at, it) in all.into_iter().enumerate() {
        match short.last_mut() {
            _ if is_near(at) => short.push(it),
            Some(TextChange::Skipped(n_lines)) => *n_lines += 1,
            _ => short.push(TextChange::Skipped(1)),
        }
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> String {
        let line = |it: &TextChange| match it {
            TextChange::Kept(it) => format!(" {it}"),
            TextChange::Added(it) => format!("+{it}"),
            TextChange::Removed(it) => format!("-{it}"),
            TextChange::Skipped(n_lines) => format!("…{n_lines}"),
        };
        compare_texts(old, new).iter().map(line).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn lines_are_told_as_new_gone_and_kept() {
        for (old, new, difference) in [
            ("a\nb", "a\nb", ""),
            ("a\nb\nc", "a\nx\nc", " a|-b|+x| c"),
            ("", "a", "+a"),
            ("a\nb", "b", "-a| b"),
            ("a\nb\nc\nd", "b\nc\nd\ne", "-a| b| c| d|+e"),
            ("1\n2\n3\n4\n5\n6", "1\n2\n3\n4\n5\n7", "…3| 4| 5|-6|+7"),
        ] {
            assert_eq!(told(old, new), difference, "{old:?} {new:?}");
        }
    }

    #[test]
    fn texts_that_share_nothing_and_are_long_are_told_as_wholes() {
        let text = |word: &str| (0..3_000).map(|it| format!("{word}{it}\n")).collect::<String>();
        assert_eq!(compare_texts(&text("а"), &text("б")).len(), 6_000);
    }
}
