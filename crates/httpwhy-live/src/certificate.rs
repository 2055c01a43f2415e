//! The few facts of a certificate that a diagnosis needs, read from its DER (RFC 5280, 4.1).

/// A server's certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The first time it is valid, `20260101000000Z`.
    pub not_before: String,
    /// The last time it is valid.
    pub not_after: String,
}

impl Certificate {
    /// Reads one; nothing if it is not what RFC 5280 says.
    pub fn read(der: &[u8]) -> Option<Certificate> {
        let certificate = value(der, SEQUENCE)?.0;
        let mut rest = value(certificate, SEQUENCE)?.0;
        // Version (if stated), serial number, signature algorithm and issuer stand before the validity.
        if let Some((_, after)) = value(rest, VERSION) {
            rest = after;
        }
        for tag in [INTEGER, SEQUENCE, SEQUENCE] {
            rest = value(rest, tag)?.1;
        }
        let validity = value(rest, SEQUENCE)?.0;
        let (not_before, rest) = time(validity)?;
        let (not_after, _) = time(rest)?;
        Some(Certificate { not_before, not_after })
    }

    /// `valid from 2026-01-01 to 2026-04-01`.
    pub fn in_words(&self) -> String {
        let date = |time: &str| format!("{}-{}-{}", &time[..4], &time[4..6], &time[6..8]);
        format!("valid from {} to {}", date(&self.not_before), date(&self.not_after))
    }
}

const SEQUENCE: u8 = 0x30;
const INTEGER: u8 = 0x02;
const VERSION: u8 = 0xa0;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// The value of the first element, if it has this tag, and what follows it.
fn value(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let [found, first, rest @ ..] = der else { return None };
    if *found != tag {
        return None;
    }
    let (length, rest) = match usize::from(*first) {
        short @ 0..0x80 => (short, rest),
        long => {
            let digits = rest.get(..long - 0x80).filter(|digits| digits.len() <= 4)?;
            let length = digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit));
            (length, &rest[digits.len()..])
        }
    };
    Some((rest.get(..length)?, &rest[length..]))
}

/// A time with four digits of the year. RFC 5280, 4.1.2.5.1: two digits below 50 are of this century.
fn time(der: &[u8]) -> Option<(String, &[u8])> {
    let of = |tag| value(der, tag).and_then(|(text, rest)| Some((std::str::from_utf8(text).ok()?, rest)));
    let (text, rest) = match of(UTC_TIME) {
        Some((text, rest)) => (format!("{}{text}", if text.get(..2)? < "50" { "20" } else { "19" }), rest),
        None => of(GENERALIZED_TIME).map(|(text, rest)| (text.to_owned(), rest))?,
    };
    (text.len() >= 8 && text.is_ascii()).then_some((text, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: u8, value: &[u8]) -> Vec<u8> {
        [&[tag, value.len() as u8], value].concat()
    }

    #[test]
    fn the_validity_is_found() {
        let validity = [element(UTC_TIME, b"260101000000Z"), element(GENERALIZED_TIME, b"20510401000000Z")].concat();
        let body = [
            element(VERSION, &[2, 1, 2]),
            element(INTEGER, &[7]),
            element(SEQUENCE, &[]),
            element(SEQUENCE, &[]),
            element(SEQUENCE, &validity),
        ];
        let certificate = Certificate::read(&element(SEQUENCE, &element(SEQUENCE, &body.concat()))).unwrap();
        assert_eq!(certificate.in_words(), "valid from 2026-01-01 to 2051-04-01");
    }

    #[test]
    fn anything_else_is_none() {
        for der in [&b""[..], b"\x30", b"\x30\xff\xff", b"\x30\x84\xff\xff\xff\xff", b"\x30\x02\x30\x00"] {
            assert_eq!(Certificate::read(der), None);
        }
    }
}
