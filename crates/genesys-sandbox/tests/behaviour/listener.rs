//! A client that listens: a channel, its subscriptions and its socket in memory.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::{
    sync::mpsc,
    time::{Instant, timeout_at},
};

use crate::client::{Answer, Client};

pub(crate) const CHANNELS: &str = "/api/v2/notifications/channels";

pub(crate) fn calls_of(agent: &str) -> String {
    format!("v2.users.{agent}.conversations.calls")
}

pub(crate) fn subscriptions(channel: &str) -> String {
    format!("{CHANNELS}/{channel}/subscriptions")
}

pub(crate) fn topics(ids: &[&str]) -> Value {
    ids.iter().map(|id| json!({ "id": id })).collect()
}

impl Client {
    /// The id of a new channel.
    pub(crate) async fn channel(&self) -> String {
        let made = self.send("POST", CHANNELS, None).await;
        assert_eq!(made.status, 200, "{}", made.body);
        made.body["id"].as_str().unwrap().to_owned()
    }

    pub(crate) async fn subscribe(&self, channel: &str, ids: &[&str]) -> Answer {
        self.send("PUT", &subscriptions(channel), Some(topics(ids)))
            .await
    }

    pub(crate) async fn socket(&self, channel: &str) -> Listener {
        let path = format!("/channels/{channel}");
        let (sender, receiver) = self.sandbox.open_socket(&path).await.unwrap();
        Listener { sender, receiver }
    }

    /// A socket that hears the calls of an agent, and the id of its channel.
    pub(crate) async fn listening(&self, agent: &str) -> (Listener, String) {
        let channel = self.channel().await;
        let subscribed = self.subscribe(&channel, &[&calls_of(agent)]).await;
        assert_eq!(subscribed.status, 200, "{}", subscribed.body);
        (self.socket(&channel).await, channel)
    }

    /// Why sockets were closed, in order.
    pub(crate) fn closings(&self) -> Vec<String> {
        let closed = |body: &Value| Some(body["closed"].as_str()?.to_owned());
        self.sandbox
            .journal()
            .iter()
            .filter(|entry| entry.method == "SOCKET")
            .filter_map(|entry| entry.body.as_ref().and_then(closed))
            .collect()
    }
}

pub(crate) struct Listener {
    pub(crate) sender: mpsc::Sender<String>,
    pub(crate) receiver: mpsc::Receiver<String>,
}

impl Listener {
    /// The next message; nothing when the socket ended.
    pub(crate) async fn text(&mut self) -> Option<String> {
        self.receiver.recv().await
    }

    pub(crate) async fn message(&mut self) -> Value {
        serde_json::from_str(&self.text().await.expect("the socket ended")).unwrap()
    }

    /// Every message that comes in that time.
    pub(crate) async fn messages_for(&mut self, seconds: f64) -> Vec<Value> {
        let end = Instant::now() + Duration::from_secs_f64(seconds);
        let mut messages = Vec::new();
        while let Ok(message) = timeout_at(end, self.receiver.recv()).await {
            let message = message.expect("the socket ended");
            messages.push(serde_json::from_str(&message).unwrap_or(Value::String(message)));
        }
        messages
    }

    /// What the snapshots of that time tell, each as the states of its sides.
    pub(crate) async fn snapshots_for(&mut self, seconds: f64) -> Vec<String> {
        let messages = self.messages_for(seconds).await;
        messages
            .iter()
            .filter(|message| message["topicName"] != "channel.metadata")
            .map(states)
            .collect()
    }

    /// Waits for the end, whatever comes before it.
    pub(crate) async fn ended(&mut self) {
        while self.text().await.is_some() {}
    }
}

/// The states of the sides in a snapshot, such as `connected dialing`.
pub(crate) fn states(message: &Value) -> String {
    let Some(participants) = message["eventBody"]["participants"].as_array() else {
        return format!("no snapshot: {message}");
    };
    let states = participants.iter().map(|one| one["state"].as_str());
    states.map(Option::unwrap).collect::<Vec<_>>().join(" ")
}
