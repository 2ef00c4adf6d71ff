//! What went wrong, as a code with parameters. Texts live in `locales/`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that went wrong, told as facts; nobody acts on text.
///
/// The window and the command line look the code up in the text catalogue
/// (`problem-<code>` with `.cause`, `.fix` and `.who`) and fill in `params`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Problem {
    /// Which problem it is.
    pub code: ProblemCode,
    /// What the texts need to be specific, for example `seconds` or `permissions`.
    pub params: BTreeMap<String, String>,
    /// What a support engineer asks for. Never holds a secret.
    pub details: ProblemDetails,
}

/// Facts for support, shown by *Copy details* only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ProblemDetails {
    /// HTTP status of the answer, where there was one.
    pub http_status: Option<u16>,
    /// The server's own `code`.
    pub server_code: Option<String>,
    /// The server's own message, shortened.
    pub server_message: Option<String>,
    /// `ININ-Correlation-Id` of the answer.
    pub correlation_id: Option<String>,
    /// Which step it was: `token`, `look_up`, `place_call`, `read_call`, `keyring`, `log` …
    pub step: Option<String>,
}

impl Problem {
    /// A problem with nothing but its code.
    pub fn new(code: ProblemCode) -> Self {
        Self {
            code,
            params: BTreeMap::new(),
            details: ProblemDetails::default(),
        }
    }

    /// Adds one parameter for the texts.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

macro_rules! problem_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// Every problem a user can meet.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(export)]
        pub enum ProblemCode { $($(#[$doc])* $name,)+ }

        impl ProblemCode {
            /// All codes, for the check that each one has its texts.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code as it is stored and sent: `snake_case`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// The code that is stored as `text`.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == text)
            }
        }
    };
}

problem_codes! {
    // Numbers
    /// Nothing was typed.
    NumberEmpty = "number_empty",
    /// What was typed holds no number.
    NumberUnreadable = "number_unreadable",
    /// Fewer digits than any number of the country. Params: `country`.
    NumberTooShort = "number_too_short",
    /// More digits than any number of the country. Params: `country`.
    NumberTooLong = "number_too_long",
    /// A length between the shortest and the longest numbers of the country that none of them has. Params: `country`.
    NumberWrongLength = "number_wrong_length",
    /// The country calling code after `+` does not exist. Params: `calling_code`.
    NumberNoCountry = "number_no_country",
    /// Has the length of a number, but no area code. Params: `country`.
    NumberLocalOnly = "number_local_only",
    /// Starts with the international prefix of another country; `+` is asked for. Params: `prefix`, `country`.
    NumberForeignPrefix = "number_foreign_prefix",
    /// Starts with the calling code of its own country, but can be a number within it as well; `+` is asked for.
    /// Params: `calling_code`, `country`.
    NumberPlusMissing = "number_plus_missing",
    /// An emergency code. Params: `number`.
    NumberEmergency = "number_emergency",
    /// A short number of an organisation or network. Params: `number`.
    NumberShort = "number_short",
    /// A star or hash code of a phone or network. Params: `number`.
    NumberServiceCode = "number_service_code",
    /// Possible, but not in use in the country's plan: a warning, Call asks once. Params: `country`.
    NumberNotInUse = "number_not_in_use",
    /// A text holds more than one number: one of them is to be chosen.
    SeveralNumbers = "several_numbers",
    /// A text holds a number and other words: it is offered, not read.
    NumberAmongWords = "number_among_words",
    /// The number that would be dialled is not the one that was shown.
    NumberChanged = "number_changed",

    /// No country has this code. Params: `country`.
    CountryUnknown = "country_unknown",
    /// A line of a list is not a country, a tabulator and a number. Params: `line`.
    LineUnreadable = "line_unreadable",

    // Agents
    /// No agent was picked.
    AgentMissing = "agent_missing",
    /// Nobody has this e-mail. Params: `email`.
    AgentNotFound = "agent_not_found",
    /// The look-up came back with somebody else. Params: `email`.
    AgentMismatch = "agent_mismatch",
    /// The agent's user is not active. Params: `agent`.
    AgentInactive = "agent_inactive",
    /// The agent has no phone (station). Params: `agent`.
    AgentNoStation = "agent_no_station",
    /// The agent's phone cannot be reached by Genesys Cloud. Params: `agent`.
    AgentStationUnusable = "agent_station_unusable",
    /// The dialect needs the whole e-mail to be typed.
    AgentEmailNeeded = "agent_email_needed",

    // Signing in
    /// No client id and secret have been entered.
    NotConnected = "not_connected",
    /// The server does not know this client id.
    ClientUnknown = "client_unknown",
    /// The secret is wrong.
    SecretWrong = "secret_wrong",
    /// The token was refused, also a fresh one.
    TokenRejected = "token_rejected",
    /// This machine's address may not use the organisation.
    AddressNotAllowed = "address_not_allowed",
    /// The role lacks a permission. Params: `permissions`.
    PermissionMissing = "permission_missing",
    /// The OAuth client lacks a scope.
    ScopeMissing = "scope_missing",
    /// The server wants a signed-in user (`not.a.user`). Params: `sign_in`, the id of the profile,
    /// where a person can sign in with it instead.
    UserNeeded = "user_needed",
    /// Nobody is signed in, or the sign-in is over. Params: `profile`, the id of the profile to sign in to.
    SignedOut = "signed_out",
    /// The person or the server turned the sign-in down.
    SignInDenied = "sign_in_denied",
    /// The browser did not come back in time. Params: `minutes`.
    SignInTimedOut = "sign_in_timed_out",
    /// The sign-in was given up, or another one was begun.
    SignInCancelled = "sign_in_cancelled",
    /// The server could not carry the sign-in out. Params: `message`.
    SignInFailed = "sign_in_failed",
    /// The address that begins the sign-in was opened a second time, perhaps by somebody else.
    SignInOpenedTwice = "sign_in_opened_twice",
    /// Nothing can be listened to on this computer, so the browser could not come back.
    SignInPort = "sign_in_port",
    /// Signing in as a person is for the published API only.
    SignInPlatformOnly = "sign_in_platform_only",
    /// Another process has the sign-in and does not let it go.
    SignInBusy = "sign_in_busy",
    /// What the sign-in gave is longer than a keyring holds. Params: `limit`.
    SignInTooLong = "sign_in_too_long",
    /// Everything is forgotten here, but the server did not end the token.
    SignOutUnfinished = "sign_out_unfinished",
    /// No browser can be opened.
    BrowserMissing = "browser_missing",
    /// Calls of this connection are those of the person who is signed in. Params: `agent`.
    AgentFixed = "agent_fixed",

    // Placing a call
    /// The server does not take the number. Params: `number`.
    NumberRefused = "number_refused",
    /// The server says that the outbound call cannot be placed.
    CallCannotBePlaced = "call_cannot_be_placed",
    /// No telephony edge is available.
    EdgeUnavailable = "edge_unavailable",
    /// The server does not understand this dialect.
    DialectMismatch = "dialect_mismatch",
    /// Too many requests. Params: `seconds`.
    TooManyRequests = "too_many_requests",
    /// The person cancelled before anything was sent.
    Cancelled = "cancelled",
    /// The press of Call was too long ago when the call could have left, so nothing was sent.
    PressedTooLongAgo = "pressed_too_long_ago",
    /// What was asked for does not exist on the server.
    NotFound = "not_found",
    /// A call for this agent is on: asks whether to place another. Params: `agent`, `number`.
    AgainLive = "again_live",
    /// What became of the agent's last call is not known: asks first. Params: `agent`, `number`.
    AgainUnknown = "again_unknown",
    /// This number was called a moment ago: asks first. Params: `agent`, `number`, `seconds`.
    AgainSameNumber = "again_same_number",
    /// A call for this agent is being placed by another process; nothing was asked and nothing placed. Params:
    /// `agent`, `number`, `attempt_id`.
    CallPending = "call_pending",
    /// The server refused with a code that has no text of its own. Params: `message`.
    Refused = "refused",

    // Following a call
    /// Nothing tells of the agent's calls as they happen: a permission is missing. Params: `permissions`.
    FeedRejected = "feed_rejected",
    /// Other programs with the same client took the channel away again and again.
    FeedEvicted = "feed_evicted",
    /// The socket that tells of the agent's calls broke or was closed; it is opened again.
    FeedInterrupted = "feed_interrupted",
    /// Hanging up for the agent is not allowed; asks whether to end the whole call. Params: `agent`,
    /// `permissions`.
    HangUpDenied = "hang_up_denied",

    // Reaching the server
    /// The host name cannot be resolved. Params: `host`.
    NameNotResolved = "name_not_resolved",
    /// The host cannot be connected to. Params: `host`.
    Unreachable = "unreachable",
    /// The certificate is not trusted. Params: `host`.
    CertificateUntrusted = "certificate_untrusted",
    /// The certificate has expired. Params: `host`.
    CertificateExpired = "certificate_expired",
    /// No connection could be made through the proxy. Params: `host`.
    ProxyUnreachable = "proxy_unreachable",
    /// The proxy wants a sign-in, or another one. Params: `host`.
    ProxySignIn = "proxy_sign_in",
    /// The address of the proxy is no address of a proxy, or holds more than that.
    ProxyInvalid = "proxy_invalid",
    /// Name and password cannot be sent to a proxy.
    ProxySignInInvalid = "proxy_sign_in_invalid",
    /// The file with additional certificates cannot be read. Params: `path`.
    CaFileUnreadable = "ca_file_unreadable",
    /// The file with additional certificates holds none that can be used. Params: `path`.
    CaFileInvalid = "ca_file_invalid",
    /// This computer's clock is far from the server's. Params: `seconds`.
    ClockOff = "clock_off",
    /// The agent is on a call now. Params: `agent`.
    AgentOnCall = "agent_on_call",
    /// No answer in time. Params: `host`, `seconds`.
    AnswerTimeout = "answer_timeout",
    /// The connection broke before the answer. Params: `host`.
    ConnectionLost = "connection_lost",
    /// The server had an error of its own. Params: `status`.
    ServerError = "server_error",
    /// The server sent the request elsewhere; redirects are never followed.
    Redirected = "redirected",
    /// The answer could not be read.
    AnswerUnreadable = "answer_unreadable",
    /// The server does not let a placed call be read.
    CallUnreadable = "call_unreadable",
    /// Ringfor ended between sending the call and the answer.
    ProcessEnded = "process_ended",

    /// The attempt is not one that a beginning or an end names alone. Params: `attempt`, `count`.
    AttemptAmbiguous = "attempt_ambiguous",

    // Keyring
    /// The system has no keyring service.
    KeyringMissing = "keyring_missing",
    /// The keyring is locked or access was denied.
    KeyringLocked = "keyring_locked",
    /// The keyring did not answer in time. Params: `seconds`.
    KeyringTimeout = "keyring_timeout",
    /// The keyring failed in another way.
    KeyringFailed = "keyring_failed",
    /// The secret is not in the keyring.
    SecretMissing = "secret_missing",
    /// The secret is longer than a keyring holds. Params: `limit`.
    SecretTooLong = "secret_too_long",

    // Profiles
    /// The address is not a usable URL. Params: `field`.
    UrlInvalid = "url_invalid",
    /// Plain http is for this machine only. Params: `field`.
    UrlInsecure = "url_insecure",
    /// No region and no hosts were chosen.
    RegionMissing = "region_missing",
    /// The client id is empty.
    ClientIdMissing = "client_id_missing",
    /// The secret is empty.
    SecretEmpty = "secret_empty",
    /// Another profile has this name. Params: `name`.
    ProfileNameTaken = "profile_name_taken",
    /// The name of a profile is longer than one may be. Params: `limit`.
    ProfileNameTooLong = "profile_name_too_long",
    /// A profile is gone, but its secret could not be removed from the keyring yet. Params: `name`.
    SecretLeft = "secret_left",
    /// A caller id is no number or name that can be sent. Params: `limit`.
    CallerIdInvalid = "caller_id_invalid",
    /// A caller name cannot be sent. Params: `limit`.
    CallerNameInvalid = "caller_name_invalid",
    /// The profile does not exist any more.
    ProfileMissing = "profile_missing",
    /// A file to import cannot be read. Params: `path`.
    ImportUnreadable = "import_unreadable",
    /// A file to import is larger than such a file is. Params: `path`, `limit` (KiB).
    ImportTooLarge = "import_too_large",
    /// A file to import is no text, or has none of the keys. Params: `path`.
    ImportNoEnv = "import_no_env",
    /// A key without which there is no connection is not there or empty. Params: `path`, `key`.
    ImportKeyMissing = "import_key_missing",
    /// What stands there is no region of Genesys Cloud. Params: `path`, `key`.
    ImportRegionUnknown = "import_region_unknown",
    /// The sandbox could not be started.
    SandboxFailed = "sandbox_failed",

    // The desktop around the window
    /// What opened Ringfor is no link to a number.
    LinkUnreadable = "link_unreadable",
    /// A link is longer than any link to a number. Params: `limit`.
    LinkTooLong = "link_too_long",
    /// This system does not let a program offer itself for links.
    LinksUnsupported = "links_unsupported",
    /// What links open could not be changed. Params: `path`.
    LinksFailed = "links_failed",
    /// No program for the system's own setting of links was found.
    LinkSettingsMissing = "link_settings_missing",
    /// Nothing is selected.
    SelectionEmpty = "selection_empty",
    /// The program that holds the selection does not answer.
    SelectionSilent = "selection_silent",
    /// The selection is longer than a number with words around it. Params: `limit`.
    SelectionTooLong = "selection_too_long",
    /// The selection holds no number.
    SelectionNoNumber = "selection_no_number",
    /// The keys are not ones that a shortcut can have.
    ShortcutUnreadable = "shortcut_unreadable",
    /// The keys are typed every day: one of Ctrl, Alt or the system's own key is needed. Params: `keys`.
    ShortcutModifierMissing = "shortcut_modifier_missing",
    /// The keys already mean something everywhere. Params: `keys`.
    ShortcutReserved = "shortcut_reserved",
    /// Another program has the keys. Params: `keys`.
    ShortcutTaken = "shortcut_taken",
    /// This system does not let a program listen to keys everywhere.
    ShortcutUnsupported = "shortcut_unsupported",
    /// Starting at login could not be switched. Params: `path`.
    StartAtLoginFailed = "start_at_login_failed",
    /// More than one file was dropped on the window.
    DropSeveral = "drop_several",
    /// What was dropped on the window is no file.
    DropNotAFile = "drop_not_a_file",

    // Data on this machine
    /// The attempt could not be written, so nothing was sent.
    LogUnwritable = "log_unwritable",
    /// An outcome or a call state could not be written yet; it is tried again. Params: `path`.
    OutcomeUnwritten = "outcome_unwritten",
    /// The disk is full.
    DiskFull = "disk_full",
    /// The database is damaged; it was left as it is. Params: `path`.
    DatabaseDamaged = "database_damaged",
    /// The database was made by a newer Ringfor. Params: `path`.
    DatabaseNewer = "database_newer",
    /// The data directory cannot be written. Params: `path`.
    DataDirUnwritable = "data_dir_unwritable",
    /// The data directory is on a network share. Params: `path`.
    DataDirNetwork = "data_dir_network",
    /// Another Ringfor has the data directory open. Params: `path`.
    DataDirInUse = "data_dir_in_use",
    /// The preferences could not be read and were set aside. Params: `path`.
    PreferencesSetAside = "preferences_set_aside",
    /// The attempt does not exist.
    AttemptMissing = "attempt_missing",
    /// A note is longer than one may be. Params: `limit`.
    NoteTooLong = "note_too_long",
    /// A contact has no name.
    ContactNameMissing = "contact_name_missing",
    /// A contact has no number.
    ContactNumberMissing = "contact_number_missing",
    /// A contact has more numbers, or a longer name or label, than one may have. Params: `numbers`, `limit`.
    ContactTooLong = "contact_too_long",
    /// The contact does not exist any more.
    ContactMissing = "contact_missing",
    /// A defect in Ringfor itself.
    Internal = "internal",
}
