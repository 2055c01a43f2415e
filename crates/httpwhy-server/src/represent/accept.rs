//! What a client would rather have: lists with weights, as `Accept` and `Accept-Encoding` have them (RFC 9110, 12.4.2).

/// One member of such a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish<'a> {
    /// A media range or a coding, without parameters.
    pub what: &'a str,
    /// Thousandths; 0 is "not acceptable".
    pub weight: u16,
}

/// Every member of every line, in order.
pub fn wishes<'a>(lines: impl Iterator<Item = &'a str>) -> impl Iterator<Item = Wish<'a>> {
    lines.flat_map(|line| line.split(',')).map(wish).filter(|wish| !wish.what.is_empty())
}

fn wish(member: &str) -> Wish<'_> {
    let mut parts = member.split(';').map(str::trim);
    let what = parts.next().unwrap_or_default();
    let weight = parts.filter_map(|part| part.split_once('=')).find(|(name, _)| name.trim().eq_ignore_ascii_case("q"));
    Wish { what, weight: weight.map_or(1000, |(_, value)| thousandths(value.trim())) }
}

/// A weight that cannot be read is as if it were not there.
fn thousandths(value: &str) -> u16 {
    let weight = value.parse::<f32>().ok().filter(|weight| (0.0..=1.0).contains(weight));
    weight.map_or(1000, |weight| (weight * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(&str, u16)> {
        wishes([line].into_iter()).map(|wish| (wish.what, wish.weight)).collect()
    }

    #[test]
    fn weights_are_read_wherever_they_stand() {
        assert_eq!(
            read("text/html;level=1;q=0.4, br ; Q=0.123,gzip"),
            [("text/html", 400), ("br", 123), ("gzip", 1000)]
        );
    }

    #[test]
    fn what_cannot_be_read_does_no_harm() {
        assert_eq!(read(",, ;q=1, a;q=NaN, b;q=7, c;q"), [("a", 1000), ("b", 1000), ("c", 1000)]);
    }
}
