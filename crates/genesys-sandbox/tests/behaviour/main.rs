//! What the sandbox does, asked the way a client asks it.

#[cfg(test)]
mod calls;
#[cfg(test)]
mod channels;
#[cfg(test)]
mod client;
#[cfg(test)]
mod control;
#[cfg(test)]
mod dialects;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod grants;
#[cfg(test)]
mod listener;
#[cfg(test)]
mod program;
#[cfg(test)]
mod pushing;
#[cfg(test)]
mod queues;
#[cfg(test)]
mod reserved_numbers;
#[cfg(test)]
mod settling;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod socket_faults;
#[cfg(test)]
mod sockets;
#[cfg(test)]
mod strictness;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod user_tokens;
#[cfg(test)]
mod users;
#[cfg(test)]
mod websockets;
