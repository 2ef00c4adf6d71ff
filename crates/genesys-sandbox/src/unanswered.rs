//! A response that stands for none.

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};

/// Says that the connection is to be closed instead of being answered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unanswered;

impl IntoResponse for Unanswered {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(self);
        response
    }
}
