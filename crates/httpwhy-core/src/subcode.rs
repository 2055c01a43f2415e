//! Sub-codes: what a vendor adds behind or beside the status code.

use core::fmt;

use crate::generated::subcodes;
use crate::table::{self, List, Stored, stored, tabled};
use crate::words::Who;
use crate::{Cause, Citation};

stored! {
    /// One sub-code, such as IIS 403.14 or Cloudflare 1015.
    ///
    /// ```
    /// let listing = httpwhy_core::Subcode::get("403.14").unwrap();
    /// assert_eq!(listing.cause.unwrap().id, "directory-listing-disabled");
    /// ```
    #[derive(Debug)]
    pub struct Subcode stored as SubcodeRow {
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
        pub cause: Option<Cause> = at_option,
        /// What to do.
        pub action: &'static str,
        /// What it means in another version of the product.
        pub also: Option<&'static str>,
        /// The vendor it belongs to.
        pub vendor: SubcodeVendor = at,
    }
}

impl Subcode {
    /// By its place in the table of all vendors.
    #[cfg(feature = "alloc")]
    pub(crate) fn at(place: usize) -> Option<Subcode> {
        subcodes::SUBCODES.get(place).map(Subcode::read)
    }

    /// The sub-code with this spelling.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::Subcode::get("1015").unwrap().status, Some(429));
    /// assert!(httpwhy_core::Subcode::get("403.999").is_none());
    /// ```
    pub fn get(code: &str) -> Option<Subcode> {
        subcodes::SUBCODES.iter().find(|row| row.code.get() == code).map(Subcode::read)
    }
}

stored! {
    /// A vendor with sub-codes.
    ///
    /// ```
    /// assert!(httpwhy_core::SUBCODES.iter().any(|vendor| vendor.id == "iis"));
    /// ```
    pub struct SubcodeVendor stored as SubcodeVendorRow {
        /// Short name.
        pub id: &'static str,
        /// Product name.
        pub name: &'static str,
        /// What the sub-code adds.
        pub about: &'static str,
        /// Where one sees it.
        pub where_shown: &'static str,
        /// The sub-codes, in the vendor's order.
        pub list: List<Subcode>,
        /// Where all that is written.
        pub sources: List<Citation>,
    }
}

impl fmt::Debug for SubcodeVendor {
    /// By its id: vendor and sub-codes refer to each other.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SubcodeVendor").field(&self.id).finish()
    }
}

/// Every vendor with sub-codes.
///
/// ```
/// let all: usize = httpwhy_core::SUBCODES.iter().map(|vendor| vendor.list.len()).sum();
/// assert!(all > 100);
/// ```
pub const SUBCODES: List<SubcodeVendor> = table::all(subcodes::VENDORS.len());

tabled!(SubcodeVendor in subcodes::VENDORS);
tabled!(Subcode in subcodes::SUBCODES);
