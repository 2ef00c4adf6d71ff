//! Takes in what comes from outside of the window: links, the selection, second starts.
//!
//! It fills in and shows; nothing here can place a call. A link that can be dialled brings the
//! window up, because a person has just pressed it. One that cannot never takes the focus: a web
//! page can open as many as it likes.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use dialer::attempt::Via;
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{Event, NumberPreview, OfferView, Verdict};
use tauri::{AppHandle, Manager};

use crate::arrival::Arrival;
use crate::offers::Offers;
use crate::shell::Shell;
use crate::{host, selection, window};

/// Links that follow each other faster than a person presses bring the window up once.
const PRESSED_BY_A_PERSON: Duration = Duration::from_secs(2);

/// What comes in, until the page has it.
#[derive(Clone, Default)]
pub(crate) struct Incoming(Arc<State>);

#[derive(Default)]
struct State {
    offers: Offers,
    last_link: Mutex<Option<Instant>>,
    country: Mutex<String>,
}

impl Incoming {
    /// Numbers without `+` are read with this country from now on.
    pub(crate) fn set_country(&self, code: &str) {
        let mut country = self
            .0
            .country
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        code.clone_into(&mut country);
    }

    /// What the page has not heard of.
    pub(crate) fn take(&self) -> Vec<OfferView> {
        self.0.offers.take()
    }

    /// The page is loaded again.
    pub(crate) fn page_begins(&self) {
        self.0.offers.page_begins();
    }

    /// Takes in what the first start was asked for, before there is a window.
    pub(crate) fn first(&self, app: &AppHandle, arrival: Arrival) {
        match arrival {
            Arrival::Start | Arrival::Minimised => {}
            Arrival::Link(text) => {
                self.link(app, text);
            }
            Arrival::Selection => self.selection(app),
            Arrival::Refused(problem) => {
                self.tell(app, self.0.offers.problem(Via::Link, problem));
            }
        }
    }

    /// Takes in what a later start was asked for.
    pub(crate) fn later(&self, app: &AppHandle, arrival: Arrival) {
        match arrival {
            Arrival::Start => window::bring_to_front(app),
            Arrival::Minimised => {}
            Arrival::Link(text) => {
                let pressed = self.looks_pressed();
                if self.link(app, text) && pressed {
                    window::bring_to_front(app);
                } else {
                    window::ask_for_attention(app);
                }
            }
            Arrival::Selection => self.selection(app),
            Arrival::Refused(problem) => {
                self.tell(app, self.0.offers.problem(Via::Link, problem));
                window::ask_for_attention(app);
            }
        }
    }

    /// Takes the selection, which can take as long as the program that holds it likes.
    pub(crate) fn selection(&self, app: &AppHandle) {
        let (incoming, app) = (self.clone(), app.clone());
        tauri::async_runtime::spawn_blocking(move || match selection::read() {
            Ok(text) => {
                incoming.tell(&app, incoming.0.offers.text(Via::Shortcut, text));
                window::bring_to_front(&app);
            }
            Err(problem) => {
                incoming.tell(&app, incoming.0.offers.problem(Via::Shortcut, problem));
                window::ask_for_attention(&app);
            }
        });
    }

    /// Says whether the link can be dialled. What cannot be read yet, because nothing is open, is
    /// filled in as it came, and the page says what it is.
    fn link(&self, app: &AppHandle, text: String) -> bool {
        let preview = app
            .try_state::<Shell>()
            .and_then(|shell| shell.preview(&text, &self.country()));
        let offer = match &preview {
            Some(preview) if holds_nothing(preview) => self
                .0
                .offers
                .problem(Via::Link, Problem::new(ProblemCode::LinkUnreadable)),
            _ => self.0.offers.text(Via::Link, text),
        };
        self.tell(app, offer);
        preview.is_some_and(|preview| preview.e164.is_some())
    }

    fn country(&self) -> String {
        let country = self.0.country.lock();
        country.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn tell(&self, app: &AppHandle, offer: OfferView) {
        // Neither the text nor how long it is says more than that something came.
        tracing::info!(via = offer.via.as_str(), "something came in");
        host::tell_page(app, &Event::Offer { offer });
    }

    fn looks_pressed(&self) -> bool {
        let mut last = self
            .0
            .last_link
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let before = last.replace(now);
        is_pressed(before, now)
    }
}

/// Whether a link that comes now, after one that came before, can be the press of a person.
fn is_pressed(before: Option<Instant>, now: Instant) -> bool {
    before.is_none_or(|before| now.duration_since(before) >= PRESSED_BY_A_PERSON)
}

fn holds_nothing(preview: &NumberPreview) -> bool {
    let unreadable = |problem: &Problem| problem.code == ProblemCode::NumberUnreadable;
    preview.verdict == Verdict::Empty || preview.problem.as_ref().is_some_and(unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_links_brings_the_window_up_once() {
        let first = Instant::now();
        assert!(is_pressed(None, first));
        assert!(!is_pressed(Some(first), first));
        let soon = first + PRESSED_BY_A_PERSON / 2;
        assert!(!is_pressed(Some(first), soon));
        // Each one counts: a page that keeps sending does not get through now and then.
        assert!(!is_pressed(Some(soon), soon + PRESSED_BY_A_PERSON / 2));
        assert!(is_pressed(Some(soon), soon + PRESSED_BY_A_PERSON));
    }
}
