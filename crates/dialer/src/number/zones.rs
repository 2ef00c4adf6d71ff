//! The time zones of a number's region, for the local time beside it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::e164::E164;
use super::plan::{Place, PlanNumber};

/// Zones, then the first digits of the numbers there; see the file for its source.
const TABLE: &str = include_str!("time_zones.txt");
/// No beginning in the table is longer.
const LONGEST: usize = 8;

static ZONES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter_map(|line| line.split_once('|'));
    rows.flat_map(|(zones, starts)| starts.split(' ').map(move |start| (start, zones)))
        .collect()
});

/// The time zones (IANA names) where the number may be, from west to east; none where nobody can tell.
pub(super) fn of(number: &E164) -> Vec<String> {
    let Some(plan_number) = PlanNumber::international(number.digits()) else {
        return Vec::new();
    };
    match plan_number.place() {
        Place::Area => zones(number.digits()),
        Place::Country => zones(&plan_number.calling_code()),
        // Its holder can be anywhere in a country; that tells the time only where it has one.
        Place::Anywhere => {
            let zones = zones(&plan_number.calling_code());
            if zones.len() == 1 { zones } else { Vec::new() }
        }
        Place::Unknown => Vec::new(),
    }
}

fn zones(digits: &str) -> Vec<String> {
    let found = (1..=LONGEST.min(digits.len()))
        .rev()
        .find_map(|length| ZONES.get(digits.get(..length)?));
    let names = found.map(|zones| zones.split(' ').map(str::to_owned));
    names.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones_of(number: &str) -> Vec<String> {
        of(&E164::parse(number).unwrap())
    }

    #[test]
    fn the_area_decides_where_a_country_has_several() {
        for (number, zone) in [
            ("+14155552671", "America/Los_Angeles"),
            ("+12125552671", "America/New_York"),
            ("+13125552671", "America/Chicago"),
            ("+18085552671", "Pacific/Honolulu"),
            ("+14165552671", "America/Toronto"),
            ("+442079460958", "Europe/London"),
            ("+4930901820", "Europe/Berlin"),
            ("+33123456789", "Europe/Paris"),
            ("+81312345678", "Asia/Tokyo"),
            ("+551123456789", "America/Sao_Paulo"),
            ("+61292123456", "Australia/Sydney"),
            ("+74951234567", "Europe/Moscow"),
        ] {
            assert_eq!(zones_of(number), [zone], "{number}");
        }
    }

    #[test]
    fn where_several_are_possible_all_are_told_from_west_to_east() {
        // A mobile phone says nothing of its place in the country.
        let australia = zones_of("+61412345678");
        assert!(australia.len() > 3, "{australia:?}");
        let at = |name: &str| australia.iter().position(|zone| zone == name).unwrap();
        assert!(at("Australia/Perth") < at("Australia/Sydney"));
        // Two zones in one area.
        assert_eq!(
            zones_of("+61893123456"),
            ["Australia/Perth", "Australia/Adelaide"]
        );
    }

    #[test]
    fn where_nobody_can_tell_none_is_told() {
        // Freephone in North America, satellite, not in use.
        for number in ["+18003569377", "+870773111632", "+15551234567"] {
            assert!(zones_of(number).is_empty(), "{number}");
        }
        assert_eq!(zones_of("+498001234567"), ["Europe/Berlin"]);
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(ZONES.len(), 3_200);
        let longest = ZONES.keys().map(|start| start.len()).max();
        assert_eq!(longest, Some(LONGEST));
        for (start, zones) in ZONES.iter() {
            assert!(start.bytes().all(|byte| byte.is_ascii_digit()), "{start}");
            assert!(zones.split(' ').all(|zone| zone.contains('/')), "{zones}");
        }
    }
}
