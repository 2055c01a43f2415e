//! Chains and loops of redirects, as httpbin has them.

use super::choice::code;
use super::control::{Refused, own_path};
use super::target::{Naming, Target};
use crate::request::Request;

const END: &str = "/status/200";
const MOST: u32 = 100;

/// The status of the next redirect, and where it leads.
pub fn next(request: &Request, target: Target) -> Result<(u16, String), Refused> {
    let to = match target {
        Target::Redirects(left, naming) => chain(request, left, naming)?,
        Target::RedirectTo => {
            let url = request.parameter("url").ok_or_else(|| Refused::new("url", "", "a path of this server"))?;
            own_path::read("url", &url, request)?
        }
        _ => with_query(request, "/redirect-loop"),
    };
    Ok((status(request)?, to))
}

fn chain(request: &Request, left: &str, naming: Naming) -> Result<String, Refused> {
    let count = left.parse().ok().filter(|count| (1..=MOST).contains(count));
    let count = count.ok_or_else(|| Refused::new("path", left, format!("a number of redirects from 1 to {MOST}")))?;
    let kind = request.path.split('/').nth(1).unwrap_or_default();
    let path = match count {
        1 => END.to_owned(),
        _ => with_query(request, &format!("/{kind}/{}", count - 1)),
    };
    Ok(match naming {
        Naming::Absolute if is_host(&request.authority) => request.origin() + &path,
        Naming::Absolute | Naming::Relative => path,
    })
}

/// What the request wanted of this redirect it wants of the next.
fn with_query(request: &Request, path: &str) -> String {
    match request.query.as_deref().filter(|query| query.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')) {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    }
}

fn status(request: &Request) -> Result<u16, Refused> {
    let wanted = ["status_code", "code"].into_iter().find_map(|name| Some((name, request.parameter(name)?)));
    let Some((name, value)) = wanted else { return Ok(302) };
    code(&value)
        .filter(|code| (300..400).contains(code) && *code != 304)
        .ok_or_else(|| Refused::new(name, &value, "a redirect: 301, 302, 303, 307 or 308"))
}

fn is_host(authority: &str) -> bool {
    !authority.is_empty() && authority.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follow(target: &str) -> (u16, String) {
        let request = Request::get(target);
        next(&request, Target::of(&request).unwrap()).unwrap()
    }

    #[test]
    fn a_chain_ends() {
        assert_eq!(follow("/redirect/3"), (302, "/redirect/2".to_owned()));
        assert_eq!(follow("/redirect/1"), (302, "/status/200".to_owned()));
        assert_eq!(follow("/redirect/2?code=308"), (308, "/redirect/1?code=308".to_owned()));
    }

    #[test]
    fn a_chain_can_name_whole_addresses() {
        assert_eq!(follow("/absolute-redirect/2").1, "http://localhost/absolute-redirect/1");
        assert_eq!(follow("/redirect/2?absolute=true").1, "http://localhost/redirect/1?absolute=true");
    }

    #[test]
    fn a_loop_has_no_end() {
        assert_eq!(follow("/redirect-loop"), (302, "/redirect-loop".to_owned()));
    }

    #[test]
    fn redirect_to_stays_here() {
        assert_eq!(follow("/redirect-to?url=/a&status_code=307"), (307, "/a".to_owned()));
        for target in [
            "/redirect-to",
            "/redirect-to?url=http://evil.example/",
            "/redirect-to?url=//evil.example",
            "/redirect-to?url=/&status_code=200",
            "/redirect/0",
            "/redirect/101",
            "/redirect/x",
            "/redirect/",
        ] {
            let request = Request::get(target);
            assert!(next(&request, Target::of(&request).unwrap()).is_err(), "{target}");
        }
    }
}
