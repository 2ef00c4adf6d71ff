//! Hostile links: each gives a number or a problem, and nothing else.

use std::collections::BTreeSet;

use super::*;

#[test]
fn sip_links_with_a_number_are_read() {
    check(&[
        ("US", "sip:+14155552671@example.com", "+14155552671"),
        (
            "US",
            "sip:+14155552671@example.com;user=phone",
            "+14155552671",
        ),
        (
            "US",
            "SIPS:+14155552671@example.com:5061;transport=tls;user=phone",
            "+14155552671",
        ),
        (
            "US",
            "sip:+1-415-555-2671@10.0.0.1;user=phone",
            "+14155552671",
        ),
        ("US", "sip:%2B14155552671@example.com", "+14155552671"),
        (
            "US",
            "sip:+14155552671;ext=12@example.com;user=phone",
            "+14155552671 x12",
        ),
        (
            "US",
            "sip:5552671;phone-context=+1415@example.com;user=phone",
            "+14155552671",
        ),
        ("GB", "sip:02079460958@example.com", "+442079460958"),
        (
            "US",
            "sip:+14155552671@example.com?subject=x&to=911",
            "+14155552671",
        ),
        ("US", "sip:+14155552671@example.com;ext=12", "+14155552671"),
        // What is no phone number.
        ("US", "sip:alex.kim@example.com", "unreadable"),
        ("US", "sip:1800flowers@example.com", "unreadable"),
        ("US", "sip:14155552671:secret@example.com", "unreadable"),
        ("US", "sip:+14155552671", "unreadable"),
        ("US", "sip:example.com", "unreadable"),
        ("US", "sip:@example.com", "unreadable"),
        ("US", "sip:+14155552671@", "unreadable"),
        ("US", "sip:+14155552671@a@b", "unreadable"),
        ("US", "sip:+1415555%002671@example.com", "unreadable"),
        (
            "US",
            "sip:+14155552671;ext=1;ext=2@example.com",
            "unreadable",
        ),
        (
            "US",
            "sip:+14155552671%40evil.example@example.com",
            "unreadable",
        ),
        ("US", "sip:tel:+14155552671@example.com", "unreadable"),
        ("US", "sip://+14155552671@example.com", "unreadable"),
        ("US", "sip:4711@example.com", "short"),
        ("US", "sip:911@example.com", "emergency"),
        ("DE", "sip:+49112@example.com;user=phone", "emergency"),
        ("US", "sip:*86@example.com", "service_code"),
        ("US", "sip:", "unreadable"),
        ("US", "sips:", "unreadable"),
    ]);
}

#[test]
fn callto_links_with_hosts_and_options_are_no_numbers() {
    check(&[
        ("US", "callto:+14155552671?call", "+14155552671"),
        ("US", "CallTo://+1%20415%20555%202671", "+14155552671"),
        ("US", "callto://evil.example/+14155552671", "unreadable"),
        ("US", "callto:evil.example/14155552671", "unreadable"),
        ("US", "callto://user@evil.example", "unreadable"),
        ("US", "callto:+14155552671@evil.example", "unreadable"),
        ("US", "callto:///+14155552671", "+14155552671"),
        ("US", "callto:+14155552671+14155552672", "unreadable"),
        ("US", "callto:skype.name", "unreadable"),
        ("US", "callto:911?call", "emergency"),
        ("US", "callto:", "unreadable"),
        ("US", "callto://", "unreadable"),
        ("US", "callto:?call", "unreadable"),
    ]);
}

/// What hostile pages may put around a number, with `@` where the number goes.
const AROUND: &[&str] = &[
    "tel:@",
    "tel://@",
    "TEL:@",
    "callto:@",
    "callto://@",
    "sip:@@example.com",
    "--tel:@",
    "-tel:@",
    "--dial=@",
    "--data-dir=/tmp tel:@",
    "tel:--@",
    "tel:@ --quit",
    "tel:@;ext=12",
    "tel:@;ext=12;ext=13",
    "tel:@;EXT=12;ext=12",
    "tel:@;ext=",
    "tel:@;ext=12x",
    "tel:@;phone-context=+44",
    "tel:@;phone-context=example.com",
    "tel:@;phone-context=+44;phone-context=+1",
    "tel:@;phone-context=",
    "tel:@;=;=;=",
    "tel:@;isub=1;postd=911",
    "tel:@;postd=pp911",
    "tel:@?call",
    "tel:@#fragment",
    "tel:@%00",
    "tel:@%0A911",
    "tel:@%0d%0a",
    "tel:@%",
    "tel:@%2",
    "tel:@%zz",
    "tel:@%C0%AB",
    "tel:@%FF",
    "tel:%252B@",
    "tel:@,911",
    "tel:@,,911#",
    "tel:@p911",
    "tel:@w911",
    "tel:@&911",
    "tel:@|911",
    "tel:@;911",
    "tel:@/911",
    "tel:@ 911",
    "tel:@\u{0}",
    "tel:@\u{1b}[2J",
    "tel:@\u{202e}119",
    "tel:\u{202e}@",
    "tel:\u{feff}@",
    "tel:tel:@",
    "tel:callto:@",
    "http://@",
    "https://example.com/@",
    "javascript:@",
    "file:///@",
    "data:text/plain,@",
    "mailto:@@example.com",
    "tel@",
    "tel :@",
    "tel:$(reboot)@",
    "tel:`reboot`@",
    "tel:@;$(reboot)",
    "tel:'@'",
    "tel:\"@\"",
    "tel:<script>@</script>",
    "tel:../../@",
    "tel:@ OR 1=1",
    "tel:@';DROP TABLE attempts;--",
];

/// Numbers to put there.
const NUMBERS: &[&str] = &[
    "+14155552671",
    "4155552671",
    "(415)%20555-2671",
    "911",
    "112",
    "*86",
    "4711",
    "",
];

/// What each link may dial: the number that stands in it, whole, or nothing.
#[test]
fn hostile_links_dial_the_number_in_them_or_nothing() {
    let mut tried = BTreeSet::new();
    for around in AROUND {
        for number in NUMBERS {
            // The last `@` of a SIP or mail address belongs to it.
            let link = around.replacen('@', number, 1);
            if !tried.insert(link.clone()) {
                continue;
            }
            let digits = number.replace("%20", " ");
            let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
            let seen = outcome(&link, "US");
            let Some(dialled) = seen.trim_start_matches('?').strip_prefix('+') else {
                continue;
            };
            let dialled = dialled.split(' ').next().unwrap_or_default();
            // `phone-context` is put in front of a number without `+`; nothing else adds a digit.
            let context = around.contains("phone-context=+44") && !number.starts_with('+');
            let expected = match context {
                true => format!("44{digits}"),
                false if digits.len() == 10 => format!("1{digits}"),
                false => digits.clone(),
            };
            assert_eq!(dialled, expected, "{link}");
            assert!(dialled.len() >= 10, "{link}: {seen}");
        }
    }
    assert!(tried.len() >= 500, "{}", tried.len());
}

/// An emergency code in a link dials nothing, also where extensions of every length are allowed.
#[test]
fn hostile_links_do_not_reach_emergency_lines() {
    let all = ExtensionDigits::new(vec![2, 3, 4, 5, 6]).unwrap();
    // A slash joins an area and a number: `9911/911` is one in Germany.
    for around in AROUND.iter().filter(|around| **around != "tel:@/911") {
        for number in ["911", "112", "999", "*911", "+1911", ""] {
            let link = around.replacen('@', number, 1);
            for country in [country("US"), country("DE"), country("GB")] {
                if let Ok(reading) = read(&link, country, &all) {
                    panic!("{link} in {country} dials {}", reading.dialled());
                }
            }
        }
    }
}
