//! The rules, one table each.

use std::collections::BTreeSet;

use super::*;
use crate::view;

#[test]
fn what_people_type_most() {
    check(&[
        ("US", "(415) 555-2671", "+14155552671"),
        ("GB", "020 7946 0958", "+442079460958"),
        ("US", "0049 30 901820", "foreign_prefix"),
        ("US", "011 49 30 901820", "+4930901820"),
        ("US", "1-800-FLOWERS", "+18003569377"),
        ("US", "911", "emergency"),
        ("DE", "112", "emergency"),
        ("GB", "999", "emergency"),
        ("DE", "911", "emergency"),
        ("US", "*86", "service_code"),
        ("DE", "#31#030901820", "service_code"),
        ("GB", "٠٢٠ ٧٩٤٦ ٠٩٥٨", "+442079460958"),
        ("US", "555 2671", "local_only"),
        ("DE", "4711", "short"),
    ]);
}

#[test]
fn rows_that_hold_in_any_country() {
    for code in Country::ALL.iter().map(|country| country.as_str()) {
        check(&[
            (code, "tel:+44-20-7946-0958;ext=12", "+442079460958 x12"),
            (code, "+1 415 555 267", "too_short"),
            (code, "+1 555 123 4567", "?+15551234567"),
            (code, "4711", "short"),
            (code, "911", "emergency"),
            (code, "112", "emergency"),
            (code, "*67 415 555 2671", "service_code"),
            (code, "+49 (0)30 901820", "+4930901820"),
        ]);
    }
}

/// Every code in the table, once, with its `x` as a digit.
fn emergency_codes() -> BTreeSet<String> {
    emergency::EMERGENCY_CODES
        .iter()
        .flat_map(|(_, codes)| codes.split(' '))
        .map(|code| code.replace('x', "5"))
        .collect()
}

#[test]
fn every_emergency_code_is_blocked_in_every_country() {
    for code in emergency_codes() {
        for country in Country::ALL {
            let problem = read_number(&code, *country).unwrap_err();
            assert_eq!(
                problem.code,
                ProblemCode::NumberEmergency,
                "{country} {code}"
            );
            assert_eq!(problem.params["number"], code, "{country}");
        }
    }
}

#[test]
fn every_emergency_code_is_blocked_however_it_is_written() {
    for code in emergency_codes() {
        let spaced: Vec<String> = code.chars().map(String::from).collect();
        for of in ["US", "DE", "GB", "DK", "RU", "IT", "AU", "HU"] {
            let calling_code = plan::calling_code(country(of)).unwrap();
            for form in [
                spaced.join(" "),
                spaced.join("-"),
                format!("({code})"),
                format!("Tel.: {code}"),
                format!("tel:{code}"),
                format!("tel:{code};phone-context=+{calling_code}"),
                format!("callto://{code}"),
                format!("+{code}"),
                format!("{code},,1"),
                format!("{code} x5"),
                format!("+{calling_code}{code}"),
                format!("{}{code}", plan::trunk_prefix(country(of))),
            ] {
                assert_eq!(outcome(&form, of), "emergency", "{of} {form}");
            }
        }
    }
}

#[test]
fn emergency_codes_behind_prefixes() {
    check(&[
        ("US", "1911", "emergency"),
        ("US", "011 911", "emergency"),
        ("US", "+1 911", "emergency"),
        ("US", "+1 (0)911", "emergency"),
        ("US", "+49 (0)112", "emergency"),
        ("US", "+39 (0)112", "emergency"),
        ("DE", "0112", "emergency"),
        ("DE", "00112", "emergency"),
        ("DE", "0049112", "emergency"),
        ("HU", "06 112", "emergency"),
        ("RU", "8 112", "emergency"),
        ("AU", "0011 61 000", "emergency"),
        ("GB", "(0)00", "emergency"),
        ("US", "tel:11;phone-context=+9", "emergency"),
        // A switch in a plan without trunk prefix may act on the first digits.
        ("US", "911 555 1234", "emergency"),
        ("DE", "+1 911 555 1234", "emergency"),
        ("DK", "112 34 567", "emergency"),
        ("ES", "112 345 678", "emergency"),
        // Full numbers that only begin like a code somewhere stay numbers.
        ("FR", "01 12 34 56 78", "+33112345678"),
        ("FR", "01 15 34 56 78", "+33115345678"),
        ("US", "(215) 555-0112", "+12155550112"),
    ]);
}

#[test]
fn an_emergency_problem_names_the_code() {
    let problem = read_number("+1 911 555 1234", country("DE")).unwrap_err();
    assert_eq!(problem.params["number"], "911");
}

#[test]
fn a_plus_number_is_dialled_digit_for_digit() {
    check(&[
        ("US", "+44 20 7946 0958", "+442079460958"),
        ("US", "＋４４ ２０ ７９４６ ０９５８", "+442079460958"),
        ("US", "(+44) 20 7946 0958", "+442079460958"),
        ("US", "+ 44 20 7946 0958", "+442079460958"),
        // Its digits are not made to fit.
        ("US", "+44 020 7946 0958", "too_long"),
        ("US", "+52 1 55 1234 5678", "too_long"),
        ("US", "+54 11 15 2345 6789", "too_long"),
        ("FI", "+358 1 81234567", "+358181234567"),
        ("US", "+0044 20 7946 0958", "no_country"),
        ("US", "+999 123 4567", "no_country"),
        ("US", "+210 123 4567", "no_country"),
        ("US", "++44 20 7946 0958", "unreadable"),
        ("US", "+", "unreadable"),
        ("US", "+4", "too_short"),
        ("US", "+44", "too_short"),
        ("US", "+800 1234 5678", "+80012345678"),
        ("US", "+870 773 111 632", "+870773111632"),
    ]);
}

#[test]
fn a_bracketed_zero_is_dialled_where_it_belongs_to_the_number() {
    check(&[
        ("US", "+44 (0)20 7946 0958", "+442079460958"),
        ("US", "+44(0)20 7946 0958", "+442079460958"),
        ("US", "+44 [0] 20 7946 0958", "+442079460958"),
        ("US", "+1 (0)415 555 2671", "+14155552671"),
        ("US", "011 44 (0)20 7946 0958", "+442079460958"),
        ("GB", "00 44 (0)20 7946 0958", "+442079460958"),
        ("GB", "44 (0)20 7946 0958", "+442079460958"),
        ("GB", "(0)20 7946 0958", "+442079460958"),
        ("US", "+39 (0)6 1234 5678", "+390612345678"),
        ("US", "+39 (0)331 123456", "+390331123456"),
        ("US", "+225 (0)7 12 34 56 78", "+2250712345678"),
        ("GB", "+44 20 (0)7946 0958", "too_long"),
        ("US", "44 (0)20 7946 0958", "too_long"),
    ]);
}

#[test]
fn the_international_prefix_is_the_one_of_the_country() {
    check(&[
        ("DE", "0049 30 901820", "+4930901820"),
        ("GB", "00 1 415 555 2671", "+14155552671"),
        ("CA", "011 44 20 7946 0958", "+442079460958"),
        ("AU", "0011 49 30 901820", "+4930901820"),
        ("JP", "010 49 30 901820", "+4930901820"),
        ("RU", "8~10 49 30 901820", "+4930901820"),
        ("SG", "001 49 30 901820", "+4930901820"),
        ("HK", "001 49 30 901820", "+4930901820"),
        ("KR", "001 49 30 901820", "+4930901820"),
        ("KE", "000 49 30 901820", "+4930901820"),
        ("TH", "001 49 30 901820", "+4930901820"),
        ("BR", "0021 49 30 901820", "+4930901820"),
        ("US", "00 44 20 7946 0958", "foreign_prefix"),
        ("US", "0014155552671", "foreign_prefix"),
        ("JP", "0049 30 901820", "foreign_prefix"),
        ("AU", "0049 30 901820", "foreign_prefix"),
        ("RU", "0049 30 901820", "foreign_prefix"),
        ("KE", "0049 30 901820", "foreign_prefix"),
        ("BR", "00 49 30 901820", "foreign_prefix"),
        ("GB", "011 49 30 901820", "foreign_prefix"),
        ("GB", "0011 61 2 9374 4000", "foreign_prefix"),
        ("DE", "00 210 123 4567", "no_country"),
        ("DE", "00 44 020 7946 0958", "too_long"),
        ("DE", "00", "too_short"),
    ]);
    let problem = read_number("0049 30 901820", country("US")).unwrap_err();
    assert_eq!(problem.params["prefix"], "00");
    assert_eq!(problem.params["country"], "US");
}

#[test]
fn the_countrys_own_calling_code_without_plus() {
    check(&[
        ("US", "1 415 555 2671", "+14155552671"),
        ("GB", "442079460958", "+442079460958"),
        ("IN", "919876543210", "+919876543210"),
        ("NO", "4722123456", "+4722123456"),
        // A mobile number of India that only looks like it.
        ("IN", "9123456789", "+919123456789"),
        // Two readings, both numbers.
        ("DE", "4961 123456", "plus_missing"),
        ("GB", "44020 7946 0958", "too_long"),
        ("US", "442079460958", "too_long"),
    ]);
}

#[test]
fn short_numbers_and_numbers_without_their_area_code() {
    check(&[
        ("US", "1", "too_short"),
        ("US", "12", "short"),
        ("US", "411", "short"),
        ("US", "9911", "short"),
        ("DE", "47110", "short"),
        ("DE", "901820", "short"),
        ("GB", "946 0958", "local_only"),
        ("GG", "712345", "short"),
        ("AG", "464 1234", "local_only"),
        ("FO", "201 606", "+298201606"),
        ("NC", "26 42 42", "+687264242"),
        ("AU", "131 450", "+61131450"),
        ("NU", "4123", "short"),
        ("US", "+683 4123", "+6834123"),
        ("US", "+49 4711", "too_short"),
        ("US", "+61 180 0356 9377", "wrong_length"),
    ]);
}

#[test]
fn letters_spell_only_numbers_whose_length_nobody_can_mistake() {
    check(&[
        ("US", "1 800 GO FEDEX", "+18004633339"),
        ("US", "415 555 CALL", "+14155552255"),
        ("GB", "0800 FLOWERS", "+448003569377"),
        ("US", "1-800-FLOWERSX", "too_long"),
        ("US", "415 555 2671 work", "too_long"),
        ("DE", "+49 30 901820 work", "unreadable"),
        ("US", "555 123 CALL", "unreadable"),
        ("US", "FLOWERS", "unreadable"),
    ]);
}

#[test]
fn extensions_are_kept_and_not_dialled() {
    check(&[
        ("US", "415-555-2671 x123", "+14155552671 x123"),
        ("US", "415-555-2671x123", "+14155552671 x123"),
        ("US", "415-555-2671, ext. 12", "+14155552671 x12"),
        ("US", "415-555-2671 Extension: 12", "+14155552671 x12"),
        ("US", "(415) 555-2671 (ext 7)", "+14155552671 x7"),
        ("US", "1-800-FLOWERS ext 12", "+18003569377 x12"),
        ("DE", "030 901820 Durchwahl 12", "+4930901820 x12"),
        ("US", "+14155552671;ext=12", "+14155552671 x12"),
        ("US", "415-555-2671,,123#", "+14155552671 x123#"),
        ("US", "415-555-2671p123", "+14155552671 x123"),
        ("US", "415-555-2671w123", "+14155552671 x123"),
        ("US", "415-555-2671;123", "+14155552671 x123"),
        ("US", "555-2671 ext 9", "local_only"),
        ("US", "*67,4155552671", "service_code"),
        ("DE", "030 901820-12", "+493090182012"),
    ]);
}

#[test]
fn labels_and_marks_around_a_number() {
    check(&[
        ("GB", "Tel.: 020 7946 0958", "+442079460958"),
        ("GB", "Phone 020 7946 0958.", "+442079460958"),
        ("GB", "t: 020 7946 0958", "+442079460958"),
        ("GB", "📞 020 7946 0958", "+442079460958"),
        ("GB", "\u{202a}020 7946 0958\u{202c}", "+442079460958"),
        ("GB", "020\u{a0}7946\u{200b}0958", "+442079460958"),
        ("US", "\"415.555.2671\"", "+14155552671"),
        ("US", "415‑555–2671", "+14155552671"),
        ("DE", "030/901820", "+4930901820"),
        ("GB", "t 020 7946 0958", "unreadable"),
        ("GB", "ring 020 7946 0958", "unreadable"),
    ]);
}

#[test]
fn two_numbers_are_not_one() {
    check(&[
        ("US", "415-555-2671 or 415-555-2672", "unreadable"),
        ("US", "415-555-2671 / 415-555-2672", "unreadable"),
        ("US", "415-555-2671, 415-555-2672", "unreadable"),
        ("US", "415-555-2671; 415-555-2672", "unreadable"),
        ("US", "415-555-2671\n415-555-2672", "unreadable"),
        ("US", "415-555-2671\t415-555-2672", "unreadable"),
        ("US", "+14155552671+14155552672", "unreadable"),
        ("US", "4155552671 4155552672", "too_long"),
        ("DE", "030 901820/21", "unreadable"),
        ("DE", "030 901820 / 030 901821", "unreadable"),
    ]);
}

#[test]
fn the_preview_tells_what_will_be_dialled() {
    let shown = preview("415-555-2671 x12", country("US"));
    assert_eq!(shown.verdict, view::Verdict::Valid);
    assert_eq!(shown.e164.as_deref(), Some("+14155552671"));
    assert_eq!(shown.display.as_deref(), Some("+1 415-555-2671"));
    assert_eq!(shown.country.as_deref(), Some("US"));
    assert_eq!(shown.extension.as_deref(), Some("12"));
    assert_eq!(shown.problem, None);

    let shown = preview("+1 555 123 4567", country("DE"));
    assert_eq!(shown.verdict, view::Verdict::Possible);
    assert_eq!(shown.e164.as_deref(), Some("+15551234567"));
    let warning = shown.problem.unwrap();
    assert_eq!(warning.code, ProblemCode::NumberNotInUse);
    assert_eq!(warning.params["country"], "US");

    let shown = preview("911", country("US"));
    assert_eq!(shown.verdict, view::Verdict::Impossible);
    assert_eq!((shown.e164, shown.display), (None, None));

    let shown = preview(" \t ", country("US"));
    assert_eq!((shown.verdict, shown.problem), (view::Verdict::Empty, None));

    let satellite = preview("+870 773 111 632", country("US"));
    assert_eq!(satellite.country, None);
}
