//! Conversions from and to `http::StatusCode`.

use crate::Code;

impl Code {
    /// What is known of a status code of the `http` crate.
    ///
    /// ```
    /// let code = httpwhy_core::Code::of(http::StatusCode::NOT_FOUND).unwrap();
    /// assert_eq!(code.name, "Not Found");
    /// ```
    pub fn of(status: http::StatusCode) -> Option<Code> {
        Code::get(status.as_u16())
    }
}

impl TryFrom<Code> for http::StatusCode {
    type Error = http::status::InvalidStatusCode;

    /// Fails for 0 only: no response has no status code.
    ///
    /// ```
    /// let code = httpwhy_core::Code::get(429).unwrap();
    /// assert_eq!(http::StatusCode::try_from(code).unwrap(), http::StatusCode::TOO_MANY_REQUESTS);
    /// ```
    fn try_from(code: Code) -> Result<Self, Self::Error> {
        http::StatusCode::from_u16(code.number)
    }
}
