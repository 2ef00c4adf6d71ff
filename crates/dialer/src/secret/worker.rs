//! Runs blocking work on threads of its own, so that work that never returns costs one of a few
//! threads and nothing else: no async thread waits for it, and quitting does not.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

/// How many threads may be stuck in work that never returns before no new one is started.
const MAX_THREADS: usize = 4;

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoResult {
    /// The time was up. The work may still be done later.
    TimedOut,
    /// The work ended in a defect, or no thread could be started.
    Failed,
}

/// What is kept between two pieces of work on the same thread.
pub(super) struct Bench<S> {
    /// Made by the work when it needs it; dropped with the thread.
    pub(super) kept: Option<S>,
}

type Job<S> = Box<dyn FnOnce(&mut Bench<S>) + Send>;

struct Current<S> {
    jobs: Sender<Job<S>>,
    /// Since when the thread is at the piece it is at; none while it is idle.
    busy_since: Arc<Mutex<Option<Instant>>>,
}

/// A queue in front of one thread; a thread that is stuck is left behind and replaced.
pub(super) struct Worker<S> {
    name: &'static str,
    patience: Duration,
    current: Mutex<Option<Current<S>>>,
    /// One clone for each thread that is alive, and this one.
    threads: Arc<()>,
}

impl<S: 'static> Worker<S> {
    /// A worker whose thread counts as stuck after `patience` at one piece of work.
    pub(super) fn new(name: &'static str, patience: Duration) -> Self {
        Self {
            name,
            patience,
            current: Mutex::new(None),
            threads: Arc::new(()),
        }
    }

    /// Runs `work` on the thread and waits for its result, at most `patience`.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Bench<S>) -> T + Send + 'static,
    ) -> Result<T, NoResult> {
        self.run_or_undo(move |bench| (work(bench), ()), |_, ()| ())
            .await
    }

    /// As [`Worker::run`]; where the caller has gone by the time `work` is done, `undo` takes it back, with what `work`
    /// left for that.
    pub(super) async fn run_or_undo<T: Send + 'static, B>(
        &self,
        work: impl FnOnce(&mut Bench<S>) -> (T, B) + Send + 'static,
        undo: impl FnOnce(&mut Bench<S>, B) + Send + 'static,
    ) -> Result<T, NoResult> {
        let (answer, result) = oneshot::channel();
        self.submit(Box::new(move |bench| {
            // Work nobody waits for any more would only change things behind the user's back.
            if !answer.is_closed() {
                let (result, before) = work(bench);
                if answer.send(result).is_err() {
                    undo(bench, before);
                }
            }
        }))?;
        match tokio::time::timeout(self.patience, result).await {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(_)) => Err(NoResult::Failed),
            Err(_) => Err(NoResult::TimedOut),
        }
    }

    fn submit(&self, mut job: Job<S>) -> Result<(), NoResult> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let stuck = current.as_ref().is_some_and(|current| {
            let since = current
                .busy_since
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            since.is_some_and(|since| since.elapsed() >= self.patience)
        });
        if stuck {
            *current = None;
        }
        if let Some(running) = current.as_ref() {
            match running.jobs.send(job) {
                Ok(()) => return Ok(()),
                // The thread has ended: another one takes its place.
                Err(returned) => job = returned.0,
            }
        }
        let started = self.start()?;
        started.jobs.send(job).map_err(|_| NoResult::Failed)?;
        *current = Some(started);
        Ok(())
    }

    fn start(&self) -> Result<Current<S>, NoResult> {
        if Arc::strong_count(&self.threads) > MAX_THREADS {
            return Err(NoResult::TimedOut);
        }
        let (jobs, queue) = channel();
        let busy_since = Arc::new(Mutex::new(None));
        let alive = Arc::clone(&self.threads);
        let mark = Arc::clone(&busy_since);
        thread::Builder::new()
            .name(self.name.to_owned())
            .spawn(move || {
                work_through(&queue, &mark);
                drop(alive);
            })
            .map_err(|_| NoResult::Failed)?;
        Ok(Current { jobs, busy_since })
    }
}

fn work_through<S>(queue: &Receiver<Job<S>>, busy_since: &Mutex<Option<Instant>>) {
    let mut bench = Bench { kept: None };
    while let Ok(job) = queue.recv() {
        *busy_since.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        // A defect in a platform's store ends one piece of work, not the thread behind it.
        if catch_unwind(AssertUnwindSafe(|| job(&mut bench))).is_err() {
            bench.kept = None;
        }
        *busy_since.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    const PATIENCE: Duration = Duration::from_millis(500);

    #[tokio::test]
    async fn results_come_back_and_the_bench_is_kept() {
        let worker: Worker<u32> = Worker::new("test-worker", Duration::from_secs(5));
        let first = worker.run(|bench| *bench.kept.get_or_insert(1)).await;
        let second = worker
            .run(|bench| {
                bench.kept = bench.kept.map(|kept| kept + 1);
                bench.kept
            })
            .await;
        assert_eq!(first, Ok(1));
        assert_eq!(second, Ok(Some(2)));
    }

    #[tokio::test]
    async fn work_that_never_returns_costs_at_most_a_few_threads() {
        let worker: Worker<()> = Worker::new("test-worker", PATIENCE);
        let entered = Arc::new(AtomicUsize::new(0));
        let (release, gate) = mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        for _ in 0..10 {
            let entered = Arc::clone(&entered);
            let gate = Arc::clone(&gate);
            let result = worker
                .run(move |_| {
                    entered.fetch_add(1, Ordering::SeqCst);
                    assert!(gate.lock().unwrap().recv().is_err());
                })
                .await;
            assert_eq!(result, Err(NoResult::TimedOut));
        }
        assert!(entered.load(Ordering::SeqCst) <= MAX_THREADS);
        drop(release);
    }

    #[tokio::test]
    async fn a_stuck_thread_is_replaced() {
        // A busy machine needs a while for the new thread.
        let worker: Worker<()> = Worker::new("test-worker", 4 * PATIENCE);
        let (release, gate) = mpsc::channel::<()>();
        let stuck = worker.run(move |_| assert!(gate.recv().is_err())).await;
        assert_eq!(stuck, Err(NoResult::TimedOut));
        assert_eq!(worker.run(|_| 7).await, Ok(7));
        drop(release);
    }

    #[tokio::test]
    async fn work_whose_caller_has_gone_is_not_begun() {
        let worker: Arc<Worker<()>> = Arc::new(Worker::new("test-worker", Duration::from_secs(5)));
        let (release, gate) = mpsc::channel::<()>();
        let blocker = tokio::spawn({
            let worker = Arc::clone(&worker);
            async move { worker.run(move |_| assert!(gate.recv().is_err())).await }
        });
        tokio::task::yield_now().await;
        let begun = Arc::new(AtomicUsize::new(0));
        let late = tokio::spawn({
            let worker = Arc::clone(&worker);
            let begun = Arc::clone(&begun);
            async move {
                worker
                    .run(move |_| begun.fetch_add(1, Ordering::SeqCst))
                    .await
            }
        });
        tokio::task::yield_now().await;
        late.abort();
        assert!(late.await.is_err());
        drop(release);
        assert_eq!(blocker.await.unwrap(), Ok(()));
        assert_eq!(worker.run(|_| ()).await, Ok(()));
        assert_eq!(begun.load(Ordering::SeqCst), 0);
    }

    #[tokio::test]
    async fn a_panic_is_a_failure_and_not_the_end() {
        let worker: Worker<()> = Worker::new("test-worker", Duration::from_secs(5));
        let result: Result<(), _> = worker.run(|_| panic!("a defect")).await;
        assert_eq!(result, Err(NoResult::Failed));
        assert_eq!(worker.run(|_| 7).await, Ok(7));
    }
}
