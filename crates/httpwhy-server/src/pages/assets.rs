//! What pages load: one stylesheet, one script, each at an address that changes with its content.

use std::sync::LazyLock;

use httpwhy_report::render::html::STYLE;

/// A file whose address says its content, so that it may be kept for good.
pub struct Asset {
    /// `/assets/site.0123456789abcdef.css`.
    pub path: String,
    /// For `Content-Type`.
    pub media_type: &'static str,
    /// The file.
    pub content: String,
}

/// How long a file may be kept whose address changes with its content.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// How reports look, and what is around them.
pub fn style() -> &'static Asset {
    static ASSET: LazyLock<Asset> = LazyLock::new(|| {
        let content = format!("{STYLE}\n{}", include_str!("assets/site.css"));
        Asset { path: path("css", &content), media_type: "text/css; charset=utf-8", content }
    });
    &ASSET
}

/// What makes the site quicker to use; nothing needs it.
pub fn script() -> &'static Asset {
    static ASSET: LazyLock<Asset> = LazyLock::new(|| {
        let content = include_str!("assets/site.js").to_owned();
        Asset { path: path("js", &content), media_type: "text/javascript; charset=utf-8", content }
    });
    &ASSET
}

/// The picture beside the title.
pub const ICON: &str = include_str!("assets/favicon.svg");

fn path(extension: &str, content: &str) -> String {
    format!("/assets/site.{:016x}.{extension}", hash(content.as_bytes()))
}

/// FNV-1a: the same on every machine, and nobody gains by a collision.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_has_another_address() {
        assert_ne!(path("css", "a"), path("css", "b"));
        assert!(style().path.starts_with("/assets/site.") && script().path.ends_with(".js"));
    }
}
