//! The queues, and who works in which.

use super::fixed_id;

/// Name, and the name and number that the far end sees where the queue has its own.
const QUEUES: [(&str, Option<(&str, &str)>); 6] = [
    ("Customer Care", Some(("Contoso Care", "+12025550160"))),
    ("Sales", Some(("Contoso Sales", "+12025550161"))),
    ("Billing", None),
    (
        "Technical Support",
        Some(("Contoso Support", "+12025550163")),
    ),
    ("Returns", Some(("Contoso Returns", "+12025550164"))),
    ("Night Desk", None),
];

/// One queue.
#[derive(Clone, Debug)]
pub(crate) struct Queue {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) calling_party: Option<(&'static str, &'static str)>,
}

/// That somebody works in a queue.
#[derive(Clone, Debug)]
pub(crate) struct Membership {
    pub(crate) queue: Queue,
    /// Whether they take its calls now.
    pub(crate) joined: bool,
}

/// Every other queue, of which the last is not joined.
pub(super) fn of_agent(index: usize) -> Vec<Membership> {
    (index % 2..QUEUES.len())
        .step_by(2)
        .map(|number| {
            let (name, calling_party) = QUEUES[number];
            Membership {
                queue: Queue {
                    id: fixed_id("queue", number),
                    name,
                    calling_party,
                },
                joined: number + 2 < QUEUES.len(),
            }
        })
        .collect()
}
