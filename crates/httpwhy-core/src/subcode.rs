//! Sub-codes: what a vendor adds behind or beside the status code.

use crate::generated::subcodes;
use crate::words::Who;
use crate::{Cause, Citation};

/// One sub-code, such as IIS 403.14 or Cloudflare 1015.
///
/// ```
/// let listing = httpwhy_core::Subcode::get("403.14").unwrap();
/// assert_eq!(listing.cause.unwrap().id, "directory-listing-disabled");
/// ```
#[derive(Debug)]
pub struct Subcode {
    /// As the vendor writes it.
    pub code: &'static str,
    /// The status code the client sees, where it is documented.
    pub status: Option<u16>,
    /// The vendor's name for it.
    pub name: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Who must act.
    pub who_must_act: Who,
    /// The cause it proves, where it proves one.
    pub cause: Option<&'static Cause>,
    /// What to do.
    pub action: &'static str,
    /// What it means in another version of the product.
    pub also: Option<&'static str>,
    /// The vendor, as an index into [`SUBCODES`].
    pub vendor: usize,
}

impl Subcode {
    /// The sub-code with this spelling.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Subcode::get("1015").unwrap().status, Some(429));
    /// assert!(httpwhy_core::Subcode::get("403.999").is_none());
    /// ```
    pub fn get(code: &str) -> Option<&'static Subcode> {
        SUBCODES.iter().flat_map(|vendor| vendor.list).find(|subcode| subcode.code == code)
    }

    /// The vendor it belongs to.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Subcode::get("1015").unwrap().vendor().name, "Cloudflare");
    /// ```
    pub fn vendor(&self) -> &'static SubcodeVendor {
        &SUBCODES[self.vendor]
    }
}

/// A vendor with sub-codes.
///
/// ```
/// assert!(httpwhy_core::SUBCODES.iter().any(|vendor| vendor.id == "iis"));
/// ```
#[derive(Debug)]
pub struct SubcodeVendor {
    /// Short name.
    pub id: &'static str,
    /// Product name.
    pub name: &'static str,
    /// What the sub-code adds.
    pub about: &'static str,
    /// Where one sees it.
    pub where_shown: &'static str,
    /// The sub-codes, in the vendor's order.
    pub list: &'static [Subcode],
    /// Where all that is written.
    pub sources: &'static [Citation],
}

/// Every vendor with sub-codes.
///
/// ```
/// let all: usize = httpwhy_core::SUBCODES.iter().map(|vendor| vendor.list.len()).sum();
/// assert!(all > 100);
/// ```
pub static SUBCODES: &[SubcodeVendor] = &subcodes::SUBCODES;
