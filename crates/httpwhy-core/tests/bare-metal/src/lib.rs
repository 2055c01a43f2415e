//! A program without standard library and without allocator that looks facts up.
//!
//! It has a panic handler of its own. If httpwhy-core brought `std` in, there would be two, and it would not build.

#![no_std]

use core::panic::PanicInfo;

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// The length of the name of a code; 0 if it has none.
#[unsafe(no_mangle)]
pub extern "C" fn length_of_name(number: u16) -> usize {
    httpwhy_core::name(number).map_or(0, str::len)
}

/// The number of causes of a code.
#[unsafe(no_mangle)]
pub extern "C" fn causes(number: u16) -> usize {
    httpwhy_core::Code::get(number).map_or(0, |code| code.causes.len())
}
