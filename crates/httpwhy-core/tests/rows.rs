//! Every row points at whole pieces of the one text. In a debug build each access asserts it; this walks all of them.

use httpwhy_core::{CAUSES, CLASSES, CODES, COMPARISONS, CONSTANTS, GRPC, REDIRECTS, RETRY_CLIENTS, SOURCES, SUBCODES};

#[test]
fn every_row_of_every_table_can_be_read() {
    const { assert!(cfg!(debug_assertions), "this test proves something only with debug assertions") };
    // Formatting a value reads every field and walks every list.
    let lengths = [
        format!("{CODES:?}").len(),
        CAUSES
            .iter()
            .map(|cause| {
                format!(
                    "{:?}",
                    (cause.confirm, cause.fix, cause.mistaken_for, cause.keywords, cause.sources, cause.who_else)
                )
                .len()
            })
            .sum(),
        format!("{COMPARISONS:?}").len(),
        format!("{CONSTANTS:?}").len(),
        SUBCODES.iter().map(|vendor| format!("{:?}", (vendor.list, vendor.sources)).len()).sum(),
        format!("{SOURCES:?}").len(),
        format!("{CLASSES:?}").len(),
        format!("{RETRY_CLIENTS:?}").len(),
        format!("{GRPC:?}").len(),
        format!("{REDIRECTS:?}").len(),
    ];
    assert!(lengths.iter().all(|length| *length > 100), "{lengths:?}");
}
