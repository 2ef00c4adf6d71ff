//! Numbers that came in from outside of the window, kept until the page has asked for them.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use dialer::attempt::Via;
use dialer::problem::Problem;
use dialer::view::OfferView;

/// Whoever sends more before there is a page wants no number called.
const MOST_WAITING: usize = 20;

/// The numbers that came in.
#[derive(Debug, Default)]
pub(crate) struct Offers(Mutex<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    last_id: u32,
    offers: VecDeque<OfferView>,
    /// The page has asked, and hears of the next ones as they come.
    page_listens: bool,
}

impl Offers {
    /// Takes in a text to fill in.
    pub(crate) fn text(&self, via: Via, text: String) -> OfferView {
        self.keep(via, text, None)
    }

    /// Takes in something with nothing to fill in.
    pub(crate) fn problem(&self, via: Via, problem: Problem) -> OfferView {
        self.keep(via, String::new(), Some(problem))
    }

    /// Those that the page has not heard of, oldest first. It has subscribed before it asks.
    pub(crate) fn take(&self) -> Vec<OfferView> {
        let mut waiting = self.lock();
        waiting.page_listens = true;
        waiting.offers.drain(..).collect()
    }

    /// The page is loaded again: what comes now is kept until the new one asks.
    pub(crate) fn page_begins(&self) {
        self.lock().page_listens = false;
    }

    fn keep(&self, via: Via, text: String, problem: Option<Problem>) -> OfferView {
        let mut waiting = self.lock();
        waiting.last_id = waiting.last_id.wrapping_add(1);
        let offer = OfferView {
            id: waiting.last_id,
            via,
            text,
            problem,
        };
        if !waiting.page_listens {
            if waiting.offers.len() == MOST_WAITING {
                waiting.offers.pop_front();
            }
            waiting.offers.push_back(offer.clone());
        }
        offer
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(offers: &[OfferView]) -> Vec<u32> {
        offers.iter().map(|offer| offer.id).collect()
    }

    #[test]
    fn what_comes_before_the_page_is_kept_in_order() {
        let offers = Offers::default();
        offers.text(Via::Link, "tel:1".into());
        offers.text(Via::Shortcut, "2".into());
        let taken = offers.take();
        assert_eq!(ids(&taken), [1, 2]);
        assert_eq!(taken[0].text, "tel:1");
        assert_eq!(offers.take(), []);
    }

    #[test]
    fn a_page_that_listens_does_not_get_it_twice_and_a_new_one_gets_what_it_missed() {
        let offers = Offers::default();
        assert_eq!(offers.take(), []);
        assert_eq!(offers.text(Via::Link, "tel:1".into()).id, 1);
        assert_eq!(offers.take(), []);
        offers.page_begins();
        offers.text(Via::Link, "tel:2".into());
        assert_eq!(ids(&offers.take()), [2]);
    }

    #[test]
    fn a_flood_leaves_the_latest() {
        let offers = Offers::default();
        for number in 0..1000 {
            offers.text(Via::Link, format!("tel:{number}"));
        }
        let taken = offers.take();
        assert_eq!(taken.len(), MOST_WAITING);
        assert_eq!(taken[MOST_WAITING - 1].text, "tel:999");
    }
}
