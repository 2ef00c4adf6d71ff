//! Waiting with a limit.

use std::future::Future;
use std::time::{Duration, Instant};

use crate::trouble::Trouble;

/// How long something may take that a person would expect at once. Long, because two windows on
/// two busy cores are slow, and a test that succeeds never waits for it.
pub const PATIENCE: Duration = Duration::from_secs(20);

const EVERY: Duration = Duration::from_millis(40);

/// Asks again and again until there is an answer, at most for `limit`.
///
/// # Errors
/// Says that `what` did not come, or why asking failed.
pub async fn until<T, F>(
    what: &str,
    limit: Duration,
    mut ask: impl FnMut() -> F,
) -> Result<T, Trouble>
where
    F: Future<Output = Result<Option<T>, Trouble>>,
{
    let started = Instant::now();
    loop {
        let answer = tokio::time::timeout(limit, ask())
            .await
            .unwrap_or_else(|_| Err(Trouble::new("there was no answer at all")));
        if let Ok(Some(found)) = answer {
            return Ok(found);
        }
        if started.elapsed() > limit {
            return Err(match answer {
                Ok(_) => Trouble::new(format!("{what}: not within {limit:?}")),
                Err(trouble) => {
                    Trouble::while_doing(format!("{what}: not within {limit:?}"), trouble)
                }
            });
        }
        tokio::time::sleep(EVERY).await;
    }
}
