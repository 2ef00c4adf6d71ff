//! One run: an agent is chosen, Call is pressed with the fault scripted, the call is followed to its
//! end, and the app is closed and opened once more.

use std::time::Duration;

use dialer::Dialer;
use dialer::attempt::{AttemptId, Outcome};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{AgentView, AttemptView, PlaceRequest, ProfileForm, SettlingState};
use genesys_sandbox::{CallRecord, DEFAULT_CLIENT_SECRET, Fault, FaultRule, JournalEntry};

use crate::plan::{Arm, Pace, Plan, Second};
use crate::steps::Spoken;
use crate::support::{self, AGENT, World, form, history};

/// How often a person tries to choose the agent.
const TRIES: u32 = 6;

/// Where a run happens.
pub(crate) struct Scene {
    pub(crate) world: World,
    pub(crate) base_url: String,
    pub(crate) pace: Pace,
}

/// What the person and the server saw.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    /// What was told while the agent was chosen.
    pub(crate) choosing: Vec<ProblemCode>,
    pub(crate) presses: Vec<Press>,
    /// What Hang up answered, each time.
    pub(crate) hang_ups: Vec<Result<(), ProblemCode>>,
    /// Attempts that had no end when the app was closed, although there was time for it.
    pub(crate) unended: Vec<AttemptView>,
    /// The log in the end, newest first.
    pub(crate) rows: Vec<AttemptView>,
    /// The server's record of calls.
    pub(crate) calls: Vec<CallRecord>,
    pub(crate) journal: Vec<JournalEntry>,
}

/// A press of Call, and the attempt it was answered with.
#[derive(Debug)]
pub(crate) struct Press {
    pub(crate) id: AttemptId,
    pub(crate) answer: Result<AttemptId, ProblemCode>,
}

/// Where Call is pressed.
struct Desk<'a> {
    dialer: &'a Dialer,
    profile_id: String,
    agent_id: String,
}

impl Desk<'_> {
    fn request(&self, typed: &str) -> PlaceRequest {
        support::request(self.dialer, &self.profile_id, &self.agent_id, typed)
    }
}

impl Scene {
    /// Everything but the server's records, which are asked for where the server is.
    pub(crate) async fn run(&self, spoken: Spoken, plan: &Plan) -> Evidence {
        let mut evidence = Evidence::default();
        let dialer = self.world.open().await;
        let profile = ProfileForm {
            api_url: Some(self.base_url.clone()),
            login_url: Some(self.base_url.clone()),
            ..form(spoken.client())
        };
        let secret = Some(DEFAULT_CLIENT_SECRET.into());
        let profile = dialer.save_profile(profile, secret).await.unwrap();
        if plan.no_socket {
            self.script("TOPIC *", u32::MAX, Fault::RejectTopic);
        }
        self.arm(plan, Arm::BeforeChoosing);
        if let Some(agent) = self.choose(&dialer, &mut evidence).await {
            tokio::time::sleep(plan.hesitation).await;
            let desk = Desk {
                dialer: &dialer,
                profile_id: profile.id,
                agent_id: agent.id,
            };
            self.press(&desk, plan, &mut evidence).await;
        }
        evidence.unended = history(&dialer).await;
        evidence.unended.retain(|row| !is_over(row));
        drop(dialer);
        tokio::time::sleep(plan.closed_for).await;
        let dialer = self.world.open().await;
        dialer.start().await.unwrap();
        self.until_over(&dialer).await;
        tokio::time::sleep(self.pace.timeouts.settling).await;
        evidence.rows = history(&dialer).await;
        evidence
    }

    async fn choose(&self, dialer: &Dialer, evidence: &mut Evidence) -> Option<AgentView> {
        for _ in 0..TRIES {
            match find_and_choose(dialer).await {
                Ok(agent) => return Some(agent),
                Err(problem) => evidence.choosing.push(problem.code),
            }
            tokio::time::sleep(self.pace.second.mul_f64(10.0)).await;
        }
        None
    }

    /// Presses Call, and again where the plan says so, hangs up, and waits for the end.
    async fn press(&self, desk: &Desk<'_>, plan: &Plan, evidence: &mut Evidence) {
        let dialer = desk.dialer;
        let place = "POST /api/v2/conversations/calls*";
        if let Some(held) = plan.hold_answer {
            let ms = u64::try_from(held.as_millis()).unwrap();
            self.script(place, 1, Fault::Delay { ms });
        }
        if plan.lose_answer {
            self.script(place, 1, Fault::DropAfter);
        }
        if plan.old_token {
            self.world.sandbox.expire_tokens();
        }
        self.arm(plan, Arm::BeforePress);
        let first = desk.request(plan.number);
        let id = first.id;
        let pressing = press(dialer, first.clone());
        let again = async {
            match plan.second {
                Second::None => None,
                Second::SameId(later) => {
                    tokio::time::sleep(later).await;
                    Some(press(dialer, first.clone()).await)
                }
                Second::OtherId(later, typed) => {
                    tokio::time::sleep(later).await;
                    Some(press(dialer, desk.request(typed)).await)
                }
            }
        };
        let arming = async {
            if let Arm::After(after) = plan.arm {
                tokio::time::sleep(after).await;
                self.arm(plan, plan.arm);
            }
            if plan.drop_socket.is_some() {
                self.script("SOCKET *", 1, Fault::DropSocket { after_ms: 0 });
            }
        };
        let hanging_up = async {
            match plan.hang_up_after {
                Some(after) => self.hang_up(dialer, id, after, plan).await,
                None => Vec::new(),
            }
        };
        let (pressed, again, (), hang_ups) = tokio::join!(pressing, again, arming, hanging_up);
        evidence.presses.push(pressed);
        evidence.presses.extend(again);
        evidence.hang_ups = hang_ups;
        self.until_over(dialer).await;
    }

    /// Hangs up once the call is placed, and again where that failed, as a person would.
    async fn hang_up(
        &self,
        dialer: &Dialer,
        id: AttemptId,
        after: Duration,
        plan: &Plan,
    ) -> Vec<Result<(), ProblemCode>> {
        let mut answers = Vec::new();
        let attempt = self
            .until(|| async {
                let attempt = dialer.attempt(id).await.ok()?.attempt;
                (attempt.outcome != Outcome::Pending).then_some(attempt)
            })
            .await;
        if attempt.is_none_or(|attempt| !attempt.hangable) {
            return answers;
        }
        tokio::time::sleep(after).await;
        self.arm(plan, Arm::BeforeHangUp);
        for _ in 0..3 {
            let mut answer = dialer.hang_up(id).await;
            if answer
                .as_ref()
                .is_err_and(|problem| problem.code == ProblemCode::HangUpDenied)
            {
                answers.push(Err(ProblemCode::HangUpDenied));
                answer = dialer.hang_up_all(id).await;
            }
            let is_done = answer.is_ok();
            answers.push(answer.map_err(|problem| problem.code));
            if is_done {
                break;
            }
            tokio::time::sleep(self.pace.second.mul_f64(2.0)).await;
        }
        answers
    }

    /// Waits until every attempt is over; the judge finds what has no end.
    async fn until_over(&self, dialer: &Dialer) {
        self.until(|| async {
            let rows = history(dialer).await;
            rows.iter().all(is_over).then_some(())
        })
        .await;
    }

    async fn until<T, F: Future<Output = Option<T>>>(&self, look: impl Fn() -> F) -> Option<T> {
        let second = self.pace.second;
        let began = tokio::time::Instant::now();
        while began.elapsed() < self.pace.patience {
            if let Some(found) = look().await {
                return Some(found);
            }
            // Short at first, so that something happens at each state; then rarely, to be quick.
            let waited = began.elapsed();
            let wait = second.mul_f64(0.1).max(waited / 10).min(second * 5);
            tokio::time::sleep(wait).await;
        }
        None
    }

    fn arm(&self, plan: &Plan, arm: Arm) {
        if plan.arm == arm {
            self.world.sandbox.add_fault(plan.rule.clone());
        }
    }

    fn script(&self, matching: &str, times: u32, fault: Fault) {
        self.world.sandbox.add_fault(FaultRule {
            matching: matching.to_owned(),
            times,
            fault,
        });
    }
}

/// Whether nothing more is to come of an attempt.
pub(crate) fn is_over(row: &AttemptView) -> bool {
    let searching = |state| state == SettlingState::Searching;
    match row.outcome {
        Outcome::Pending => false,
        Outcome::Refused => true,
        Outcome::Placed => row.ended_at.is_some() && row.end_reason.is_some(),
        Outcome::Unknown => row
            .settling
            .as_ref()
            .is_some_and(|settling| !searching(settling.state)),
    }
}

async fn find_and_choose(dialer: &Dialer) -> Result<AgentView, Problem> {
    let found = dialer.find_agents(AGENT).await?;
    let agent = found.iter().find(|agent| agent.email == AGENT);
    let agent = agent.ok_or_else(|| Problem::new(ProblemCode::AgentNotFound))?;
    dialer.choose_agent(&agent.id).await
}

async fn press(dialer: &Dialer, request: PlaceRequest) -> Press {
    let id = request.id;
    let answer = dialer.place_call(request).await;
    Press {
        id,
        answer: answer
            .map(|attempt| attempt.id)
            .map_err(|problem| problem.code),
    }
}
