//! The list that fills in: each change is told, and in the end nothing waits any more.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tokio_util::sync::CancellationToken;

use crate::core::Core;
use crate::problem::Problem;
use crate::view::{CheckName, CheckState, CheckStep, Event};

const ORDER: [CheckName; 11] = [
    CheckName::Proxy,
    CheckName::Name,
    CheckName::Tls,
    CheckName::Clock,
    CheckName::Token,
    CheckName::Organisation,
    CheckName::SearchUsers,
    CheckName::ReadStation,
    CheckName::PlaceCalls,
    CheckName::Notifications,
    CheckName::Agent,
];

/// The check that runs; there is one at a time.
#[derive(Default)]
pub(crate) struct Checking {
    running: Mutex<CancellationToken>,
}

impl Checking {
    /// Ends the one that runs, and begins another.
    pub(super) fn begin(&self, closing: &CancellationToken) -> CancellationToken {
        let stop = closing.child_token();
        // Replaced in one step, so it is whole also after a panic elsewhere.
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *running, stop.clone()).cancel();
        stop
    }
}

/// What a step found out.
pub(super) struct Seen {
    state: CheckState,
    problem: Option<Problem>,
    facts: BTreeMap<String, String>,
}

impl Seen {
    fn of(state: CheckState, problem: Option<Problem>) -> Self {
        Self {
            state,
            problem,
            facts: BTreeMap::new(),
        }
    }

    pub(super) fn passed() -> Self {
        Self::of(CheckState::Passed, None)
    }

    pub(super) fn warned(problem: Option<Problem>) -> Self {
        Self::of(CheckState::Warned, problem)
    }

    pub(super) fn failed(problem: Problem) -> Self {
        Self::of(CheckState::Failed, Some(problem))
    }

    pub(super) fn skipped() -> Self {
        Self::of(CheckState::Skipped, None)
    }

    pub(super) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.facts.insert(name.to_owned(), value.to_string());
        self
    }

    pub(super) fn is_good(&self) -> bool {
        self.state == CheckState::Passed
    }
}

/// The steps as they are now.
pub(super) struct List<'a> {
    core: &'a Core,
    profile_id: String,
    steps: Vec<CheckStep>,
}

impl<'a> List<'a> {
    /// All steps wait, and the page is told so.
    pub(super) fn new(core: &'a Core, profile_id: &str) -> Self {
        let step = |name| CheckStep {
            name,
            state: CheckState::Waiting,
            problem: None,
            facts: BTreeMap::new(),
        };
        let list = Self {
            core,
            profile_id: profile_id.to_owned(),
            steps: ORDER.map(step).to_vec(),
        };
        for step in &list.steps {
            list.tell(step);
        }
        list
    }

    pub(super) fn run(&mut self, name: CheckName) {
        self.set(name, Seen::of(CheckState::Running, None));
    }

    pub(super) fn set(&mut self, name: CheckName, seen: Seen) {
        if let Some(step) = self.steps.iter_mut().find(|step| step.name == name) {
            step.state = seen.state;
            step.problem = seen.problem;
            step.facts = seen.facts;
        }
        if let Some(step) = self.steps.iter().find(|step| step.name == name) {
            self.tell(step);
        }
    }

    /// Those of these steps that were not looked at do not apply.
    pub(super) fn skip(&mut self, names: &[CheckName]) {
        for name in names {
            let step = self.steps.iter().find(|step| step.name == *name);
            let open = [CheckState::Waiting, CheckState::Running];
            if step.is_some_and(|step| open.contains(&step.state)) {
                self.set(*name, Seen::skipped());
            }
        }
    }

    /// Whether nothing has failed that makes the rest pointless.
    pub(super) fn goes_on(&self) -> bool {
        let needed = &self.steps[..5];
        !needed.iter().any(|step| step.state == CheckState::Failed)
    }

    /// The list as it is; what was not looked at will not be.
    pub(super) fn finish(mut self) -> Vec<CheckStep> {
        self.skip(&ORDER);
        self.steps
    }

    fn tell(&self, step: &CheckStep) {
        self.core.host.emit(Event::Check {
            profile_id: self.profile_id.clone(),
            step: step.clone(),
        });
    }
}
