//! Which addresses are public: everything else is somebody's own network, or ours.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What is not public of IPv4 (RFC 6890 and the registry it made), by the length of the prefix.
const NOT_V4: [([u8; 4], u32); 17] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    // Clouds tell an instance its secrets at 169.254.169.254 and 169.254.170.2.
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
    // Public by number, and yet the inside of a cloud: Azure's, and one of Alibaba's metadata.
    ([168, 63, 129, 16], 32),
    ([100, 100, 100, 200], 32),
];

/// What is not public within 2000::/3, which alone is given to hosts.
const NOT_V6: [([u16; 2], u32); 5] = [
    // Protocols, with Teredo, which holds an IPv4 address.
    ([0x2001, 0], 23),
    ([0x2001, 0xdb8], 32),
    // 6to4, which holds one, too.
    ([0x2002, 0], 16),
    ([0x3fff, 0], 20),
    ([0x3ffe, 0], 16),
];

/// Whether an address belongs to the public internet.
///
/// ```
/// assert!(httpwhy_server::guard::is_public("9.9.9.9".parse().unwrap()));
/// assert!(!httpwhy_server::guard::is_public("::ffff:127.0.0.1".parse().unwrap()));
/// ```
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_public_v4(mapped),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let begins = |(prefix, length): &([u8; 4], u32)| {
        let differs = u32::from(address) ^ u32::from(Ipv4Addr::from(*prefix));
        differs.checked_shr(32 - length).unwrap_or(0) == 0
    };
    !NOT_V4.iter().any(begins)
}

/// `::`, `::1`, addresses with an IPv4 address in them (::/96, 64:ff9b::/96, 64:ff9b:1::/48), local ones (fc00::/7,
/// fe80::/10, fec0::/10) and groups (ff00::/8) are all outside 2000::/3.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let begin = u32::from(first) << 16 | u32::from(second);
    let begins = |([first, second], length): &([u16; 2], u32)| {
        (begin ^ (u32::from(*first) << 16 | u32::from(*second))).checked_shr(32 - length).unwrap_or(0) == 0
    };
    first >> 13 == 1 && !NOT_V6.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn public(text: &str) -> bool {
        is_public(text.parse().unwrap())
    }

    #[test]
    fn each_range_ends_where_it_ends() {
        for (inside, outside) in [
            ("0.0.0.0 0.255.255.255", "1.0.0.0"),
            ("10.0.0.0 10.255.255.255", "9.255.255.255 11.0.0.0"),
            ("100.64.0.0 100.127.255.255 100.100.100.200", "100.63.255.255 100.128.0.0"),
            ("127.0.0.1 127.255.255.255", "126.255.255.255 128.0.0.0"),
            ("169.254.169.254 169.254.170.2", "169.253.255.255 169.255.0.0"),
            ("172.16.0.0 172.31.255.255", "172.15.255.255 172.32.0.0"),
            ("192.0.0.192 192.0.2.1", "192.0.1.0 192.0.3.0"),
            ("192.88.99.1 192.168.0.0 192.168.255.255", "192.88.98.255 192.167.255.255 192.169.0.0"),
            ("198.18.0.0 198.19.255.255 198.51.100.7", "198.17.255.255 198.20.0.0 198.51.101.0"),
            ("203.0.113.7 224.0.0.1 240.0.0.1 255.255.255.255", "203.0.112.0 203.0.114.0 223.255.255.255"),
            ("168.63.129.16", "168.63.129.15 168.63.129.17"),
            (
                "2001:: 2001:0:1::1 2001:1ff:: 2001:db8::1 2002:808:808:: 3ffe::1 3fff::1",
                "2001:200:: 2001:db9:: 2003::",
            ),
        ] {
            inside.split(' ').for_each(|address| assert!(!public(address), "{address}"));
            outside.split(' ').for_each(|address| assert!(public(address), "{address}"));
        }
    }

    #[test]
    fn what_is_no_host_of_the_internet_is_not_public() {
        for address in [
            "::",
            "::1",
            "::8.8.8.8",
            "fc00::1",
            "fd00:ec2::254",
            "fdff::",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "100::1",
            "64:ff9b::8.8.8.8",
            "64:ff9b:1::8.8.8.8",
            "5f00::1",
            "4000::1",
            "::ffff:0:8.8.8.8",
        ] {
            assert!(!public(address), "{address}");
        }
        assert!(public("2606:4700::1111") && public("2a00::1"));
    }

    #[test]
    fn a_mapped_address_is_what_it_maps() {
        for address in ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:168.63.129.16"] {
            assert!(!public(address), "{address}");
        }
        assert!(public("::ffff:8.8.8.8"));
    }
}
